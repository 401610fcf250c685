// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/process.h"
#include <QTest>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
static constexpr int dumpable = 1; // for the leak checker
#else
static constexpr int dumpable = 0;
#endif

// What each program does first, tried in a child: it cannot be taken back.
class ProcessTest : public QObject
{
    Q_OBJECT

private slots:
    void noCoreFileIsLeftAndNobodyElseReadsWhatIsWritten()
    {
        QVERIFY(inChild([] {
            secrets::guardProcess();
            rlimit core{1, 1};
            getrlimit(RLIMIT_CORE, &core);
            return core.rlim_cur == 0 && core.rlim_max == 0 && ::umask(0) == 077;
        }));
    }

    void theMemoryIsHidden()
    {
        QVERIFY(inChild([] {
            const int before = prctl(PR_GET_DUMPABLE);
            secrets::hideMemory();
            return before == 1 && prctl(PR_GET_DUMPABLE) == 0;
        }));
    }

    void everyProgramHidesItsMemory()
    {
        QVERIFY(inChild([] {
            secrets::guardProcess();
            return prctl(PR_GET_DUMPABLE) == dumpable;
        }));
    }

private:
    static bool inChild(bool (*holds)())
    {
        const pid_t child = fork();
        if (child == 0)
            _exit(holds() ? 0 : 1);
        int status = 1;
        return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
};

QTEST_GUILESS_MAIN(ProcessTest)
#include "tst_process.moc"
