// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include <QtGlobal>

namespace cli {

extern const Command demo_;
extern const Command gatewayServe;
extern const Command gatewayCheck;
extern const Command gatewayExport;
extern const Command gatewayUpstreamKey;
extern const Command gatewayStatus;
extern const Command gatewayRoutes;
extern const Command gatewayLimits;
extern const Command gatewayLog;
extern const Command profileAdd;
extern const Command profileUpdate;
extern const Command profileList;
extern const Command profileShow;
extern const Command profileTest;
extern const Command profileFacts;
extern const Command profileLimits;
extern const Command profileDetect;
extern const Command profileImport;
extern const Command profileSignIn;
extern const Command profileRemove;
extern const Command profileDefault;
extern const Command keyList;
extern const Command keyShow;
extern const Command keyCreate;
extern const Command keyUpdate;
extern const Command keyRotate;
extern const Command keyReveal;
extern const Command keyDisable;
extern const Command keyEnable;
extern const Command keyDelete;
extern const Command keyHandover;
extern const Command keyProve;
extern const Command keyRevoke;
extern const Command keyLeft;
extern const Command keyMay;
extern const Command keyRaise;
extern const Command keyReview;
extern const Command aliasList;
extern const Command aliasShow;
extern const Command aliasSet;
extern const Command aliasRemove;
extern const Command aliasImport;
extern const Command aliasSync;
extern const Command aliasSnapshot;
extern const Command aliasDiff;
extern const Command aliasPrices;
extern const Command aliasCheck;
extern const Command aliasExport;
extern const Command changeList;
extern const Command changeShow;
extern const Command changeJournal;
extern const Command changeApply;
extern const Command changeUndo;
extern const Command changeDrop;
extern const Command rotationStart;
extern const Command rotationList;
extern const Command rotationShow;
extern const Command rotationProve;
extern const Command rotationHandedOver;
extern const Command rotationDisable;
extern const Command rotationRefused;
extern const Command rotationDelete;
extern const Command rotationAbandon;
extern const Command rotationSchedule;
extern const Command rotationUnschedule;
extern const Command rotationDue;
extern const Command guardList;
extern const Command guardSet;
extern const Command guardRemove;
extern const Command guardRun;
extern const Command planExport;
extern const Command planDiff;
extern const Command planApply;
extern const Command smoke_;
extern const Command runList;
extern const Command runShow;
extern const Command usageSync;
extern const Command usageImport;
extern const Command usageList;
extern const Command usageSummary;
extern const Command usageCheckCost;
extern const Command usageGaps;
extern const Command doctor;
extern const Command completion;

static const Command *const table[]{
    &demo_,
    &gatewayServe,
    &gatewayCheck,
    &gatewayExport,
    &gatewayUpstreamKey,
    &gatewayStatus,
    &gatewayRoutes,
    &gatewayLimits,
    &gatewayLog,
    &profileAdd,
    &profileUpdate,
    &profileList,
    &profileShow,
    &profileTest,
    &profileLimits,
    &profileFacts,
    &profileDetect,
    &profileImport,
    &profileSignIn,
    &profileRemove,
    &profileDefault,
    &keyList,
    &keyShow,
    &keyCreate,
    &keyUpdate,
    &keyRotate,
    &keyReveal,
    &keyDisable,
    &keyEnable,
    &keyDelete,
    &keyHandover,
    &keyProve,
    &keyRevoke,
    &keyLeft,
    &keyMay,
    &keyRaise,
    &keyReview,
    &aliasList,
    &aliasShow,
    &aliasSet,
    &aliasRemove,
    &aliasImport,
    &aliasSync,
    &aliasSnapshot,
    &aliasDiff,
    &aliasPrices,
    &aliasCheck,
    &aliasExport,
    &changeList,
    &changeShow,
    &changeJournal,
    &changeApply,
    &changeUndo,
    &changeDrop,
    &rotationStart,
    &rotationList,
    &rotationShow,
    &rotationProve,
    &rotationHandedOver,
    &rotationDisable,
    &rotationRefused,
    &rotationDelete,
    &rotationAbandon,
    &rotationSchedule,
    &rotationUnschedule,
    &rotationDue,
    &guardList,
    &guardSet,
    &guardRemove,
    &guardRun,
    &planExport,
    &planDiff,
    &planApply,
    &smoke_,
    &runList,
    &runShow,
    &usageSync,
    &usageImport,
    &usageList,
    &usageSummary,
    &usageCheckCost,
    &usageGaps,
    &doctor,
    &completion,
};

const QList<const Command *> &commands()
{
    static const QList<const Command *> all(std::begin(table), std::end(table));
    return all;
}

const QList<Option> &commonOptions()
{
    static const QList<Option> all{
        {"data-dir", "DIR", QT_TRANSLATE_NOOP("Words", "where everything is kept (or GATEWRIGHT_HOME)")},
        {"profile", "NAME", QT_TRANSLATE_NOOP("Words", "which gateway; default: the only one, or the default one")},
        {"json", "", QT_TRANSLATE_NOOP("Words", "print JSON on stdout")},
        {"limit", "N", QT_TRANSLATE_NOOP("Words", "print at most N rows")},
        {"yes", "", QT_TRANSLATE_NOOP("Words", "do not ask (-y)")},
        {"help", "", QT_TRANSLATE_NOOP("Words", "print this help (-h)")},
    };
    return all;
}

} // namespace cli
