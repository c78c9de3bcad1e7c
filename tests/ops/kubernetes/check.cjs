// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checks the manifests against the schemas of the Kubernetes API: wrong types, missing fields, unknown fields (what a
// validator never looks at is unknown), and names that point at nothing. First it shows on broken copies that it notices.
// usage: node check.cjs FOLDER
"use strict";
const fs = require("fs");
const path = require("path");
const yaml = require("yaml");

const models = {
    "v1/Namespace": "v1/Namespace", "v1/ConfigMap": "v1/ConfigMap", "v1/Secret": "v1/Secret", "v1/Service": "v1/Service",
    "v1/PersistentVolumeClaim": "v1/PersistentVolumeClaim",
    "apps/v1/StatefulSet": "apps/v1/StatefulSet",
    "networking.k8s.io/v1/Ingress": "networking.k8s.io/v1/Ingress",
    "networking.k8s.io/v1/NetworkPolicy": "networking.k8s.io/v1/NetworkPolicy",
    "policy/v1/PodDisruptionBudget": "policy/v1/PodDisruptionBudget",
};

/// The value, and a list of what was never looked at in it.
function watched(value, where) {
    if (value === null || typeof value !== "object")
        return { proxy: value, unread: () => [] };
    const seen = new Set();
    const children = new Map();
    const child = key => {
        if (!children.has(key))
            children.set(key, watched(value[key], `${where}/${key}`));
        return children.get(key);
    };
    const proxy = new Proxy(value, {
        get(target, key) {
            if (typeof key === "symbol" || !Object.prototype.hasOwnProperty.call(target, key) || (Array.isArray(target) && key === "length"))
                return target[key];
            seen.add(key);
            return child(key).proxy;
        },
    });
    const unread = () => Object.keys(value).flatMap(key => seen.has(key) ? child(key).unread() : [`${where}/${key}`]);
    return { proxy, unread };
}

function problemsOf(document) {
    const name = `${document.apiVersion}/${document.kind}`;
    if (!models[name])
        return [`no schema for ${name}`];
    const Model = require(`kubernetes-models/${models[name]}`)[document.kind];
    const look = watched(document, "");
    const model = new Model(document);
    // The model's own validator, over data that notes what is looked at.
    const problems = [];
    try {
        model.validate();
    } catch (error) {
        problems.push(...String(error.message).split("\n"));
    }
    const schema = require(path.join(__dirname, "node_modules/kubernetes-models/_schemas", schemaNameOf(name)));
    schema.validate(look.proxy);
    problems.push(...look.unread().map(field => `${field} is no field of ${document.kind}`));
    return problems;
}

function schemaNameOf(name) {
    const parts = name.split("/");
    const kind = parts.pop();
    const version = parts.pop();
    const group = (parts.pop() || "core").split(".")[0];
    const upper = text => text[0].toUpperCase() + text.slice(1);
    return `IoK8sApi${upper(group)}${upper(version)}${kind}`;
}

/// What one manifest names in another one.
function danglingNames(documents) {
    const names = kind => documents.filter(d => d.kind === kind).map(d => d.metadata.name);
    const problems = [];
    const need = (kind, name, who) => {
        if (!names(kind).includes(name))
            problems.push(`${who} names the ${kind} ${name}, which is not there`);
    };
    for (const document of documents) {
        const who = `${document.kind} ${document.metadata.name}`;
        if (document.kind !== "Namespace" && document.metadata.namespace !== "oshaq")
            problems.push(`${who} is in no namespace of ours`);
        if (document.kind === "Ingress") {
            for (const rule of document.spec.rules)
                for (const entry of rule.http.paths)
                    need("Service", entry.backend.service.name, who);
        }
        if (document.kind !== "StatefulSet")
            continue;
        need("Service", document.spec.serviceName, who);
        const pod = document.spec.template.spec;
        const labels = JSON.stringify(document.spec.template.metadata.labels);
        if (labels !== JSON.stringify(document.spec.selector.matchLabels))
            problems.push(`${who} does not select its own pods`);
        const volumes = pod.volumes.map(v => v.name).concat(document.spec.volumeClaimTemplates.map(v => v.metadata.name));
        for (const container of [...pod.initContainers, ...pod.containers]) {
            for (const mount of container.volumeMounts)
                if (!volumes.includes(mount.name))
                    problems.push(`${who}: ${container.name} mounts ${mount.name}, which is not there`);
            for (const variable of container.env || []) {
                const reference = variable.valueFrom.configMapKeyRef;
                need("ConfigMap", reference.name, who);
                const map = documents.find(d => d.kind === "ConfigMap" && d.metadata.name === reference.name);
                if (map && !(reference.key in map.data))
                    problems.push(`${who}: ConfigMap ${reference.name} has no ${reference.key}`);
            }
            for (const source of container.envFrom || [])
                need("Secret", source.secretRef.name, who);
        }
        for (const volume of pod.volumes) {
            if (volume.configMap)
                need("ConfigMap", volume.configMap.name, who);
            if (volume.persistentVolumeClaim)
                need("PersistentVolumeClaim", volume.persistentVolumeClaim.claimName, who);
        }
    }
    return problems;
}

function refuses(documents, kind, what, change) {
    const copy = structuredClone(documents.find(d => d.kind === kind));
    change(copy);
    if (problemsOf(copy).length === 0)
        throw new Error(`this check does not notice ${what}`);
}

const folder = process.argv[2];
const documents = [];
let failed = false;
const listed = yaml.parse(fs.readFileSync(path.join(folder, "kustomization.yaml"), "utf8")).resources;
const files = fs.readdirSync(folder).filter(name => name.endsWith(".yaml") && name !== "kustomization.yaml");
for (const file of files.filter(name => !listed.includes(name)).concat(listed.filter(name => !files.includes(name)))) {
    console.error(`kustomization.yaml and the folder do not agree about ${file}`);
    failed = true;
}
for (const file of files) {
    for (const part of yaml.parseAllDocuments(fs.readFileSync(path.join(folder, file), "utf8"), { merge: true })) {
        if (part.errors.length > 0)
            throw part.errors[0];
        const document = part.toJS();
        documents.push(document);
        for (const problem of problemsOf(document)) {
            console.error(`${file}: ${problem}`);
            failed = true;
        }
    }
}
for (const problem of danglingNames(documents)) {
    console.error(problem);
    failed = true;
}
refuses(documents, "StatefulSet", "a misspelt field", d => { d.spec.template.spec.containers[0].redinessProbe = {}; });
refuses(documents, "StatefulSet", "a text for a number", d => { d.spec.replicas = "one"; });
refuses(documents, "StatefulSet", "a missing field", d => { delete d.spec.selector; });
refuses(documents, "Ingress", "a path without its type", d => { delete d.spec.rules[0].http.paths[0].pathType; });
refuses(documents, "NetworkPolicy", "a misspelt peer", d => { d.spec.ingress[0].from[0].nameSpaceSelector = {}; });
if (failed)
    process.exit(1);
console.log(`${documents.length} manifests fit the Kubernetes API; 5 broken copies were refused.`);
