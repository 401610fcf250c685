// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/tokens.h"

namespace kit {

static QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

static Tokens light()
{
    Tokens t;
    t.scheme = Scheme::Light;
    t.sunken = rgb(0xF1F2F5), t.surface = rgb(0xF8F9FA), t.raised = rgb(0xFFFFFF), t.hover = rgb(0xF3F4F7);
    t.line = rgb(0xE2E5EA), t.edge = rgb(0x828995);
    t.text = rgb(0x1B1E26), t.muted = rgb(0x5A616E), t.faint = rgb(0x9AA0AB);
    t.accent = rgb(0x4C4FD0), t.accentFill = rgb(0x4C4FD0), t.onAccent = rgb(0xFFFFFF), t.accentSoft = rgb(0xEBECFB);
    t.focus = rgb(0x4C4FD0);
    t.ok = rgb(0x17703C), t.okSoft = rgb(0xE3F4EA), t.warn = rgb(0x885800), t.warnSoft = rgb(0xFCF1D8);
    t.bad = rgb(0xBC2230), t.badSoft = rgb(0xFCE9EA), t.info = rgb(0x0A65A0), t.infoSoft = rgb(0xE4F1FA);
    t.demo = rgb(0x8A35A5), t.demoSoft = rgb(0xF6EAFA);
    t.development = rgb(0x0B6E8F), t.staging = rgb(0x965700), t.production = rgb(0x9B0F3F),
    t.onEnvironment = rgb(0xFFFFFF);
    t.series = {rgb(0x4C4FD0), rgb(0x18A3A7), rgb(0x437CBD), rgb(0xAA7107), rgb(0xA32180), rgb(0xF36371), rgb(0x8386FC),
        rgb(0x173D34), rgb(0x846558), rgb(0x554E4D), rgb(0x666100), rgb(0x750005)};
    t.heat = {rgb(0xF1F2F5), rgb(0xDEDFF8), rgb(0xC0C2F1), rgb(0x9FA2E8), rgb(0x7B7EDC), rgb(0x5A5DD2), rgb(0x3B3EB0)};
    return t;
}

static Tokens dark()
{
    Tokens t;
    t.scheme = Scheme::Dark;
    t.sunken = rgb(0x111318), t.surface = rgb(0x16181E), t.raised = rgb(0x1D2027), t.hover = rgb(0x252932);
    t.line = rgb(0x2D313B), t.edge = rgb(0x737B8A);
    t.text = rgb(0xE7E9EE), t.muted = rgb(0xA1A8B5), t.faint = rgb(0x666D7A);
    t.accent = rgb(0xA3A5FA), t.accentFill = rgb(0x5A5DD8), t.onAccent = rgb(0xFFFFFF), t.accentSoft = rgb(0x2A2C4D);
    t.focus = rgb(0xA3A5FA);
    t.ok = rgb(0x5BCB8E), t.okSoft = rgb(0x16301F), t.warn = rgb(0xEBB04A), t.warnSoft = rgb(0x352A12);
    t.bad = rgb(0xFF8A8A), t.badSoft = rgb(0x3C1C20), t.info = rgb(0x6CB8F0), t.infoSoft = rgb(0x152B3D);
    t.demo = rgb(0xD795EE), t.demoSoft = rgb(0x321E3B);
    t.development = rgb(0x0B6E8F), t.staging = rgb(0x965700), t.production = rgb(0x9B0F3F),
    t.onEnvironment = rgb(0xFFFFFF);
    t.series = {rgb(0x8F92F5), rgb(0x94E3AC), rgb(0x73C0E2), rgb(0xF4BA28), rgb(0xAE5EB2), rgb(0xE06806), rgb(0xEDDAFF),
        rgb(0x63B880), rgb(0xAC5220), rgb(0x9496AE), rgb(0xCCF95A), rgb(0xDD3271)};
    t.heat = {rgb(0x23262E), rgb(0x2C2E52), rgb(0x3A3C78), rgb(0x4C4F9F), rgb(0x6265C4), rgb(0x8386E6), rgb(0xB4B6FF)};
    return t;
}

static Tokens highContrast()
{
    Tokens t = dark();
    t.scheme = Scheme::HighContrast;
    t.sunken = rgb(0x000000), t.surface = rgb(0x000000), t.raised = rgb(0x000000), t.hover = rgb(0x262626);
    t.line = rgb(0x8A8A8A), t.edge = rgb(0xFFFFFF);
    t.text = rgb(0xFFFFFF), t.muted = rgb(0xE2E2E2), t.faint = rgb(0xA0A0A0);
    t.accent = rgb(0xFFE24A), t.accentFill = rgb(0xFFE24A), t.onAccent = rgb(0x000000), t.accentSoft = rgb(0x3D3600);
    t.focus = rgb(0x4AE3FF);
    t.ok = rgb(0x78FFA6), t.okSoft = rgb(0x000000), t.warn = rgb(0xFFC95C), t.warnSoft = rgb(0x000000);
    t.bad = rgb(0xFF9D9D), t.badSoft = rgb(0x000000), t.info = rgb(0x86DAFF), t.infoSoft = rgb(0x000000);
    t.demo = rgb(0xF3B0FF), t.demoSoft = rgb(0x000000);
    t.development = rgb(0x8FD0FF), t.staging = rgb(0xFFC95C), t.production = rgb(0xFF9DBE),
    t.onEnvironment = rgb(0x000000);
    t.heat = {rgb(0x1A1A1A), rgb(0x4D4700), rgb(0x776E0C), rgb(0xA09521), rgb(0xC6B92F), rgb(0xE8D83C), rgb(0xFFF7B0)};
    return t;
}

const Tokens &tokens(Scheme scheme)
{
    static const std::array<Tokens, 3> all{light(), dark(), highContrast()};
    return all[size_t(scheme)];
}

} // namespace kit
