// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <initializer_list>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
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
