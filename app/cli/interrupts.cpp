// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupts.h"
#include <csignal>
#include <fcntl.h>
#include <QSocketNotifier>
#include <unistd.h>

namespace cli {

static int ends[2] = {-1, -1}; // of the pipe that carries a signal out of its handler

static void onSignal(int number)
{
    const char byte = char(number);
    [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);
}

Interrupts::Interrupts()
{
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] { read(); });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
}

Interrupts::~Interrupts()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    ::close(ends[0]);
    ::close(ends[1]);
}

void Interrupts::read()
{
    char byte = 0;
    while (::read(ends[0], &byte, 1) == 1)
        m_happened = true;
    emit came();
}

} // namespace cli
