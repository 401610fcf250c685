// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include <atomic>
#include <openssl/crypto.h>
#include <thread>

namespace {

std::atomic<std::int64_t> live = 0; // blocks OpenSSL holds

void *countedMalloc(std::size_t size, const char *, int)
{
    ++live;
    return std::malloc(size);
}

void *countedRealloc(void *block, std::size_t size, const char *, int)
{
    live += block == nullptr;
    return std::realloc(block, size);
}

void countedFree(void *block, const char *, int)
{
    live -= block != nullptr;
    std::free(block);
}

} // namespace

// What a start leaves with OpenSSL on the thread that asked for it. The owner's thread may end after the program's exit
// handlers ran; what it still held then was reported as a leak.
class ThreadStateTest : public QObject
{
    Q_OBJECT

private slots:
    void aFailedStartLeavesNothingOnItsThread()
    {
        Fixture first;
        QVERIFY(first.start());
        std::int64_t before = 0;
        std::int64_t after = 0;
        for (int round = 0; round < 2; ++round) { // the first one makes what all threads share
            std::thread owner([&] {
                before = live;
                {
                    Fixture second;
                    second.options.dataPort = static_cast<std::uint16_t>(first.dataPort());
                    second.options.upstreams = {{"tls", proxy::UpstreamKind::OpenAi, "https://localhost:1/v1", {}, {}}};
                    static_cast<void>(second.gateway.start(second.options));
                }
                after = live;
            });
            owner.join();
        }
        QCOMPARE(after, before);
    }

    void aStoppedGatewayLeavesNothingOnItsThread()
    {
        std::int64_t before = 0;
        std::int64_t after = 0;
        for (int round = 0; round < 2; ++round) {
            std::thread owner([&] {
                before = live;
                {
                    Fixture f;
                    f.start();
                    f.gateway.stop();
                }
                after = live;
            });
            owner.join();
        }
        QCOMPARE(after, before);
    }
};

int main(int argc, char **argv)
{
    if (CRYPTO_set_mem_functions(countedMalloc, countedRealloc, countedFree) != 1)
        return 1;
    QCoreApplication app(argc, argv);
    ThreadStateTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_thread_state.moc"
