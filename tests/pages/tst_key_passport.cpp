// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keys_world.h"
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using gateway::Feature;

namespace {

// The form for a new key, open.
struct PassportForm
{
    KeysWorld w;

    explicit PassportForm(const gateway::Features &more = {})
    {
        if (more.has(Feature::PassportHere))
            w.admin.can = w.admin.can.with(Feature::PassportHere);
        w.openLoaded();
        w.page->perform(u"create"_s);
    }
    QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *each : w.page->findChildren<QLineEdit *>())
            if (each->isVisible() && each->accessibleName() == name)
                return each;
        qFatal("no field %s", qPrintable(name));
    }
    QPushButton *create() const { return w.page->findChild<QPushButton *>(u"createKey"_s); }
    void choose(const QString &review) const
    {
        auto *box = w.page->findChild<QComboBox *>(u"reviewChoice"_s);
        box->setCurrentIndex(box->findText(review));
    }
};

} // namespace

// Whom a key is for, typed into the form.
class KeyPassportTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theWholePassportIsTyped()
    {
        PassportForm f;
        f.w.page->findChild<QLineEdit *>(u"keyName"_s)->setText(u"new"_s);
        f.field(u"Owner"_s)->setText(u" web "_s);
        f.field(u"Purpose"_s)->setText(u"nightly import"_s);
        f.field(u"Rotated by"_s)->setText(u"platform"_s);
        f.field(u"Paid by"_s)->setText(u"growth"_s);
        f.choose(u"in 90 days"_s);
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            f.w.window.grab().save(qEnvironmentVariable("GW_GRAB") + u"/key-passport.png"_s);
        QTRY_VERIFY(f.create()->isEnabled());
        f.create()->click();
        QTRY_COMPARE(f.w.admin.rows.last().name, u"new"_s);
        const Passport made = f.w.admin.rows.last().passport;
        QCOMPARE(made.owner, u"web"_s);
        QCOMPARE(made.environment, u"staging"_s);
        QCOMPARE(made.purpose, u"nightly import"_s);
        QCOMPARE(made.rotationOwner, u"platform"_s);
        QCOMPARE(made.budgetOwner, u"growth"_s);
        QCOMPARE(made.reviewDate, QDate(2026, 9, 16));
    }

    void whereItIsKeptOnThisMachineTheFormSaysSo()
    {
        PassportForm here({Feature::PassportHere});
        QVERIFY(here.w.shown().contains(u"Kept on this machine: LiteLLM has no room for it."_s));
        QVERIFY(here.field(u"Purpose"_s)->isEnabled());
        PassportForm there;
        QVERIFY(!there.w.shown().contains(u"Kept on this machine"_s));
    }
};

QTEST_MAIN(KeyPassportTest)
#include "tst_key_passport.moc"
