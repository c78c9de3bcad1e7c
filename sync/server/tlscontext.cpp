// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/tlscontext.h"

#include "models/runtime/releaser.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <sys/socket.h>

namespace oshaq {

namespace {

// In order of preference; a client without AES instructions gets ChaCha20 if it asks for that first.
constexpr const char *tls13Ciphers = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
constexpr const char *tls12Ciphers = "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                                     "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:"
                                     "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";
constexpr std::array<unsigned char, 9> http11{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

using Bio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Context = std::unique_ptr<SSL_CTX, Releaser<SSL_CTX_free>>;
using Method = std::unique_ptr<BIO_METHOD, Releaser<BIO_meth_free>>;

// OpenSSL's own way to a socket raises SIGPIPE when the other side is gone.

int descriptorOf(BIO *bio)
{
    return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
}

bool isLater()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

int sendTo(BIO *bio, const char *from, std::size_t size, std::size_t *sent)
{
    BIO_clear_retry_flags(bio);
    const ssize_t done = ::send(descriptorOf(bio), from, size, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (done < 0 && isLater())
        BIO_set_retry_write(bio);
    *sent = done > 0 ? static_cast<std::size_t>(done) : 0;
    return done > 0 ? 1 : 0;
}

int receiveFrom(BIO *bio, char *to, std::size_t size, std::size_t *taken)
{
    BIO_clear_retry_flags(bio);
    const ssize_t done = ::recv(descriptorOf(bio), to, size, MSG_DONTWAIT);
    if (done < 0 && isLater())
        BIO_set_retry_read(bio);
    if (done == 0)
        BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
    *taken = done > 0 ? static_cast<std::size_t>(done) : 0;
    return done > 0 ? 1 : 0;
}

long control(BIO *bio, int command, long, void *)
{
    switch (command) {
    case BIO_CTRL_FLUSH:
        return 1;
    case BIO_CTRL_EOF:
        return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0 ? 1 : 0;
    default:
        return 0;
    }
}

Method makeMethod()
{
    Method method(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket without signals"));
    if (!method)
        return method;
    BIO_meth_set_write_ex(method.get(), sendTo);
    BIO_meth_set_read_ex(method.get(), receiveFrom);
    BIO_meth_set_ctrl(method.get(), control);
    return method;
}

int chooseProtocol(SSL *, const unsigned char **out, unsigned char *outLength, const unsigned char *in,
                   unsigned int inLength, void *)
{
    unsigned char *chosen = nullptr;
    if (SSL_select_next_proto(&chosen, outLength, http11.data(), http11.size(), in, inLength) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

Bio reading(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

/// No password is ever asked for on a terminal.
int noPassword(char *, int, int, void *)
{
    return 0;
}

Error refusal(const char *what)
{
    ERR_clear_error();
    return Error{ErrorCode::ValidationFailed, QString::fromLatin1(what), {}};
}

bool takeChain(SSL_CTX *context, const QByteArray &chain)
{
    const Bio bio = reading(chain);
    const Certificate leaf(PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr));
    if (!leaf || SSL_CTX_use_certificate(context, leaf.get()) != 1)
        return false;
    while (const Certificate next{PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr)}) {
        if (SSL_CTX_add1_chain_cert(context, next.get()) != 1)
            return false;
    }
    ERR_clear_error(); // the end of the chain is one
    return true;
}

bool takeKey(SSL_CTX *context, const QByteArray &key)
{
    const Key read(PEM_read_bio_PrivateKey(reading(key).get(), nullptr, noPassword, nullptr));
    const int kind = read ? EVP_PKEY_get_base_id(read.get()) : EVP_PKEY_NONE;
    return (kind == EVP_PKEY_EC || kind == EVP_PKEY_RSA) && SSL_CTX_use_PrivateKey(context, read.get()) == 1;
}

} // namespace

struct TlsContext::Parts
{
    Method method; ///< outlives its sessions: whoever has one has the context
    Context context;
};

TlsContext::TlsContext(std::shared_ptr<const Parts> parts, QList<QSslCertificate> chain)
    : m_parts(std::move(parts))
    , m_chain(std::move(chain))
{}

Result<std::shared_ptr<const TlsContext>> TlsContext::make(const QByteArray &chain, const QByteArray &key,
                                                           bool allowTls12)
{
    auto parts = std::make_shared<Parts>();
    parts->method = makeMethod();
    parts->context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX *context = parts->context.get();
    if (!parts->method || !context)
        return refusal("there is no memory for it");
    if (!takeChain(context, chain))
        return refusal("the certificate cannot be read");
    if (!takeKey(context, key))
        return refusal("the key is neither EC nor RSA");
    if (SSL_CTX_set_min_proto_version(context, allowTls12 ? TLS1_2_VERSION : TLS1_3_VERSION) != 1 ||
        SSL_CTX_set_ciphersuites(context, tls13Ciphers) != 1 || SSL_CTX_set_cipher_list(context, tls12Ciphers) != 1)
        return refusal("this machine's TLS library has none of the ciphers");

    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_PRIORITIZE_CHACHA);
    // HTTP says itself how long an answer is: clients that just leave are no attack.
    SSL_CTX_set_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
    // Nothing is held for a connection that is idle, and an answer is taken as far as there is room.
    SSL_CTX_set_mode(context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
    // Clients keep their sessions themselves, in a ticket that the next context does not know any more. Not with
    // TLS 1.2, where whoever finds the key of the tickets could read what was said before.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 1);
    if (allowTls12)
        SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
    SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
    return std::shared_ptr<const TlsContext>(
        new TlsContext(std::move(parts), QSslCertificate::fromData(chain, QSsl::Pem)));
}

TlsSession TlsContext::newSession(int descriptor) const
{
    TlsSession session(SSL_new(m_parts->context.get()));
    BIO *bio = session ? BIO_new(m_parts->method.get()) : nullptr;
    if (!bio) {
        ERR_clear_error();
        return nullptr;
    }
    BIO_set_data(bio, reinterpret_cast<void *>(static_cast<std::intptr_t>(descriptor)));
    BIO_set_init(bio, 1);
    SSL_set_bio(session.get(), bio, bio);
    SSL_set_accept_state(session.get());
    return session;
}

} // namespace oshaq
