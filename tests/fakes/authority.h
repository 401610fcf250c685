// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <initializer_list>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>

// An authority and server certificates, made by openssl for this run.
class Authority
{
public:
    Authority()
    {
        run({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
            "-subj", "/CN=Test Authority"});
    }
    QString file(const QString &name) const { return m_dir.filePath(name); }

    QSslConfiguration serverWith(const QByteArray &names, const char *days) const
    {
        QFile extensions(file(QStringLiteral("ext")));
        if (!extensions.open(QIODevice::WriteOnly) || extensions.write("subjectAltName=" + names + '\n') < 0)
            qFatal("cannot write");
        extensions.close();
        run({"req", "-newkey", "rsa:2048", "-nodes", "-keyout", "gw.key", "-out", "gw.csr", "-subj", "/CN=gateway"});
        run({"x509", "-req", "-in", "gw.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "gw.pem",
            "-days", days, "-extfile", "ext"});
        QFile key(file(QStringLiteral("gw.key")));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("openssl made no key");
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(file(QStringLiteral("gw.pem"))));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        return configuration;
    }

    // client.pem and client.key, which opens with the passphrase; empty: without one.
    void makeClient(const char *passphrase = "") const
    {
        run({"req", "-newkey", "rsa:2048", "-nodes", "-keyout", "client.key", "-out", "client.csr", "-subj", "/CN=us"});
        run({"x509", "-req", "-in", "client.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out",
            "client.pem", "-days", "2"});
        if (*passphrase)
            run({"pkcs8", "-topk8", "-v2", "aes-256-cbc", "-in", "client.key", "-out", "locked.key", "-passout",
                QByteArray("pass:").append(passphrase).constData()});
    }
    // A server that speaks only to who shows a certificate of this authority.
    QSslConfiguration demandingServer() const
    {
        QSslConfiguration configuration = serverWith("IP:127.0.0.1", "2");
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        configuration.setCaCertificates(QSslCertificate::fromPath(file(QStringLiteral("ca.pem"))));
        return configuration;
    }

private:
    void run(std::initializer_list<const char *> arguments) const
    {
        QStringList all;
        for (const char *argument : arguments)
            all << QString::fromLatin1(argument);
        QProcess openssl;
        openssl.setWorkingDirectory(m_dir.path());
        openssl.start(QStringLiteral("openssl"), all);
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl: %s", openssl.readAllStandardError().constData());
    }

    QTemporaryDir m_dir;
};
