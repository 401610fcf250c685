// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway_fixture.h"
#include <cstdio>
#include <QCoreApplication>
#include <unistd.h>

// For tests that kill a gateway: their own program, started again with "--serve PATH", serves that database.

// Says its ports and waits for its end.
inline int serveUntilKilled(const char *path)
{
    proxy::Options options;
    options.dbPath = path;
    options.adminKey = adminKey;
    proxy::Gateway gateway;
    const auto started = gateway.start(options);
    if (!started)
        return 1;
    std::printf("%d %d\n", started->dataPort, started->adminPort);
    std::fflush(stdout);
    return ::pause();
}

// The program's main: the child's work, or the test's.
template<typename Test>
int childOrTest(int argc, char **argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--serve")
        return serveUntilKilled(argv[2]);
    QCoreApplication app(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}
