// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/sha256.h"

#include <QtGlobal>

#include <memory>

#include <openssl/evp.h>

namespace oshaq {

namespace {

struct Freer
{
    void operator()(EVP_MD *digest) const { EVP_MD_free(digest); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

QByteArray sha256(QByteArrayView bytes)
{
    // To look for the algorithm and to make a context costs more than to hash a token.
    static const std::unique_ptr<EVP_MD, Freer> digest(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    thread_local const std::unique_ptr<EVP_MD_CTX, Freer> context(EVP_MD_CTX_new());
    QByteArray hash(32, Qt::Uninitialized);
    const bool done = digest && context && EVP_DigestInit_ex2(context.get(), digest.get(), nullptr) == 1 &&
                      EVP_DigestUpdate(context.get(), bytes.data(), static_cast<std::size_t>(bytes.size())) == 1 &&
                      EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(hash.data()), nullptr) == 1;
    // A library without SHA-256, or no memory for a few hundred bytes: no hash of ours would be one.
    if (!done)
        qFatal("SHA-256 is not to be had from the cryptographic library");
    return hash;
}

} // namespace oshaq
