<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Aliases</name>
    <message>
        <source>connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in, %2 out, %3 cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>route %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no routes told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its fallbacks lead back to itself: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one of them out of the circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its fallback %1 does not answer %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a fallback of the same endpoint family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its fallback %1 is not in the catalog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the fallback, or add the alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The route %1 stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of them, with the weight of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its route %1 leads to a model that its provider ended on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its route %1 leads to a model that its provider ends on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands behind it: it has no route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a route, or remove the alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of its routes has weight 0: no call goes through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of them a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no known price: its calls will have no known cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set its price at the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nobody called it in the last %n day(s).</source>
        <translation>
            <numerusform>Nobody called it in the last %n day.</numerusform>
            <numerusform>Nobody called it in the last %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask its owner whether it may go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It is not in the catalog, and %n call(s) asked for it.</source>
        <translation>
            <numerusform>It is not in the catalog, and %n call asked for it.</numerusform>
            <numerusform>It is not in the catalog, and %n calls asked for it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the alias, or find who calls it under Requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only case or spaces tell it from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename one of them; callers will mix them up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no price: the gateway refuses its calls and leaves it out of the list of models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The gateway says: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key called it lately or names it in its scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (no ticket)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that use it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replacement is named: choose one, try it with a smoke test, then remove this route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a route to %1, which follows, try it with a smoke test, then remove this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is offered for %1, and its last smoke test of that failed on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the run under Smoke tests, then repair the route or take the family away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiteLLM cost map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio of New API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price list of OpenRouter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told by the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, before the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartFileWords</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CourseWords</name>
    <message numerus="yes">
        <source>other (%n)</source>
        <translation>
            <numerusform>other (%n)</numerusform>
            <numerusform>other (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayChartWords</name>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 per hour %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per day %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not over</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) of unknown price</source>
        <translation>
            <numerusform>%Ln request of unknown price</numerusform>
            <numerusform>%Ln requests of unknown price</numerusform>
        </translation>
    </message>
    <message>
        <source>rows missing %1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) in the rows, hatched</source>
        <translation>
            <numerusform>%n gap in the rows, hatched</numerusform>
            <numerusform>%n gaps in the rows, hatched</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line: usual for the hour, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line: usual for the weekday, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most on %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest part %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual for this hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual for this weekday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndingWords</name>
    <message>
        <source>the alias asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key it came with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway did not accept the key: wrong, disabled or expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up %1 on the Keys page; enable it, or issue a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key may not call %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the alias to the scope of %1, or call an alias that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spend cap of the key or of the account was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner of the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the cap of %1, or wait for its next period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alias of this name leads anywhere: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the name with the aliases of the gateway; a smoke run lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many calls or tokens in too short a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send less at once, retry after the time the answer names, or raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not understood or not allowed as it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the error text in the caller&apos;s log; it names the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent nothing within the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the streaming smoke test on %1, then compare the times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed or could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the smoke tests on %1; move its route when they fail too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer began, then %1 closed it before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the streaming smoke test on %1; a cut that repeats is a case for the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refund, no call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway gave money back for a task that failed after it was paid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task is an earlier row of %1, at the price that came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller closed the connection before the answer was over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the caller&apos;s time limit if it did not mean to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway ended the call at a limit of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the caps and limits of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer came to its regular end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway tells the status only, not how the answer ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not tell how this call ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the request id in the log of the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>no change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no whole period before to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row tells its tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1, out %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, cached %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per 1,000 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the requests with a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with unknown cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every row has its cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 0.1 % of all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, on %n alias(es)</source>
        <translation>
            <numerusform>, on %n alias</numerusform>
            <numerusform>, on %n aliases</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) of unknown cost</source>
        <translation>
            <numerusform>%Ln request of unknown cost</numerusform>
            <numerusform>%Ln requests of unknown cost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>expected &quot;and&quot;, &quot;or&quot; or the end here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this parenthesis is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected the name of a field here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;; the fields are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected one of = != &lt; &gt; &lt;= &gt;= ~ or &quot;in&quot; here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a value here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~ is for text, and %1 is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this regular expression is not valid: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected values in parentheses after &quot;in&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at character %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this quote is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write != for &quot;not equal&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a time such as 2026-11-22, 2026-11-22T10:00Z or -24h, not &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is true or false, not &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a whole number, not &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes an amount such as 0.05, not &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroundWords</name>
    <message>
        <source>no rows stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not fetched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alias</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodWords</name>
    <message>
        <source>on yesterday by this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the 7 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the 30 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on as many days before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofPane</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncNotice</name>
    <message>
        <source>The newest usage could not be fetched. You see the rows stored here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&quot;%1&quot; is none of bash, zsh, fish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints the completions for bash, zsh or fish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mismatches: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data:     %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at it with: gwctl --data-dir %1 run list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedded gateway at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole journey on the embedded gateway, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB free in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, local time zone %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the embedded gateway is run by %1, pid %2, at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BAD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n profile</numerusform>
            <numerusform>%n profiles</numerusform>
        </translation>
    </message>
    <message>
        <source>says what works here: versions, paths, vault, clock, disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seed is demo or empty, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs the embedded gateway until SIGTERM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>admin port (default: the data port + 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstreams, aliases and keys (YAML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>database (default: gateway.db in the data dir)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds the admin key (default: a new one at each start)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a new database starts with: empty or demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gateway of kind %1 cannot hold %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out, or --accept-gaps to go on without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created %1 (%2); its secret is shown this once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create the key %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creates a scoped key and prints its secret, once, on stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SECRET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALIASES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BUDGET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXPIRES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the keys of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only keys that match: &quot;name ~ demo and enabled = true&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lets a key be used again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of development, staging, production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version does not speak to &quot;%1&quot;; it knows %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a profile &quot;%1&quot; already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds a gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address for clients, with /v1 where the gateway wants it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address of the admin API, for kinds that have one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user id, for kinds that ask for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the key from stdin and keep it in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same from an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep only env:VARIABLE or file:PATH, read at each use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data key, where --key is the admin&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same as a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>development (default), staging or production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuse every write to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this data dir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KIND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the profile %1, its secrets and its usage rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers in %2 ms: %3 %4; aliases: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows one gateway; never its secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removes a gateway with its secrets and usage rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes it the one meant when --profile is not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROFILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CHECKS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the kept smoke runs, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows a kept run, by its id or the beginning of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount of USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no suite &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no FORMAT=FILE with junit, json or html</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another file behind --report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost unknown: no price is known for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run without a cost cap for them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway lists no alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs smoke tests with live output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suite of tests (default: default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only this test or variant (repeatable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to test (repeatable; default: the first the gateway lists)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop before this is spent (default 0.05)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a report: junit, json or html (repeatable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warnings and skipped tests count as failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct that line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows into %2: %3 new, %4 changed, %5 known before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns left out, they are no field and not in the map: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML: columns (column: field), constants (field: text), time_zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIME (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALIAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REQUEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists calls from the local store, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ERRORS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNKNOWN COST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds up calls of the local store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zone of days and hours (default: the profile&apos;s, else UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) new or changed</source>
        <translation>
            <numerusform>%n row new or changed</numerusform>
            <numerusform>%n rows new or changed</numerusform>
        </translation>
    </message>
    <message>
        <source>FROM (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TO (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open: the next sync fills it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gaps are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads new usage rows from the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the times of which rows are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where everything is kept (or GATEWRIGHT_HOME)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which gateway; default: the only one, or the default one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print JSON on stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print at most N rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not ask (-y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print this help (-h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--limit 50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is refused with %2 (got %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that must be refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias %1, which is outside the key&apos;s scope,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wrong key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disabled key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway lists fewer than three aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1 for %2, cap %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway says what was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoke tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every smoke test passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the usage told by the answers of %n test(s) costs what their rows say</source>
        <translation>
            <numerusform>the usage told by the answers of %n test costs what their rows say</numerusform>
            <numerusform>the usage told by the answers of %n tests costs what their rows say</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), each with its row, found by request id</source>
        <translation>
            <numerusform>%n call, each with its row, found by request id</numerusform>
            <numerusform>%n calls, each with its row, found by request id</numerusform>
        </translation>
    </message>
    <message>
        <source>each row has the status of its answer and the key&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the rows add up to %1, the gateway counts %2, with %n call(s) of unknown cost at their bound</source>
        <translation>
            <numerusform>the rows add up to %1, the gateway counts %2, with %n call of unknown cost at their bound</numerusform>
            <numerusform>the rows add up to %1, the gateway counts %2, with %n calls of unknown cost at their bound</numerusform>
        </translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1 COMMAND [options]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatewright on the command line: keys, smoke tests and usage of AI API gateways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key has the id or the name &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) named &quot;%1&quot;</source>
        <translation>
            <numerusform>%n key named &quot;%1&quot;</numerusform>
            <numerusform>%n keys named &quot;%1&quot;</numerusform>
        </translation>
    </message>
    <message>
        <source>one of the ids %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (spent %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no profile yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no &quot;%1&quot;; there are: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are several: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--profile &quot;%1&quot;, or gwctl profile default &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version does not know the kind &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the embedded gateway of %1 does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this profile is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another --profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this asks first, and there is no terminal to ask on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not confirmed, nothing was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown option --%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no command given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what to do with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only from these addresses (repeatable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway&apos;s group or team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2027-01-31, 30d, 12h or never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn at these shares of the budget: 80,95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport: the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport: its environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport: who answers for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport: who rotates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport: who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport: the ticket that asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport: what it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport: when to look at it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on without what the gateway cannot hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount of USD in a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--budget in other windows than the lifetime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secret: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one way to give the secret is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reference is env:VARIABLE or file:PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key (empty: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set GATEWRIGHT_VAULT_PASSPHRASE_FILE, or keep a reference only: --key-ref env:VARIABLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain answers. Passphrase of the vault file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keychain, and no passphrase for a vault file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKIPPED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNSUPPORTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WARN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INCONCLUSIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n chunk</numerusform>
            <numerusform>%n chunks</numerusform>
        </translation>
    </message>
    <message>
        <source>longest gap %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIGURES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only rows that match: &quot;alias = fast and status &gt;= 400&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from then on: 2026-11-01, 2026-11-01T12:00:00Z or -24h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until before then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out rows made by the demo seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both ports must be on the same address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names a secret and never holds one: env:VARIABLE, file:PATH or vault:ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base_url must be an address such as https://api.openai.com/v1, without a password in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no upstream &quot;%1&quot; is defined in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a price needs input and output; leave the price out if it is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alias needs at least one route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a budget needs usd above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window must be lifetime, day, week, month or hours such as 12h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives no secret: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;; known: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection has no data key to run smoke tests with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one smoke run; may be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vault file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is larger than 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second document starts here; one file holds one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a map with %1 is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;; known here: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a text; put %2 in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an amount of US dollars such as 0.15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the embedded gateway did not start within 60 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run by %1, pid %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the embedded gateway of %1 is already %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on behind a list that gave this &quot;next&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more: --after %1 goes on, --limit N shows more at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file of the authority that signed its certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are older rows: --after %1 goes on, --limit N shows more at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more groups: --after %1 goes on, --limit N shows more at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; (%2) is gone from the gateway; first missing %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address: http:// or https:// and a host are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without them; a key is given by --key-stdin or --key-ref</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--ca-file with a PEM file of certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of an HTTP proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name and password of a proxy are not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--after with the &quot;next&quot; of the same command, or without it from the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there or cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder your own (chown, chmod 700), or name another one with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mount the disk for writing, or name another folder with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on that disk, or name another folder with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock of this computer, best by NTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the embedded gateway does not run; %1 starts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault file is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in memory only: they are gone when a program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a keyring, or name a passphrase file in GATEWRIGHT_VAULT_PASSPHRASE_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in the vault file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: the database cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the database first; its line says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set what is named there, or correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct that place; gwctl gateway export prints a file that is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n upstream(s)</source>
        <translation>
            <numerusform>%n upstream</numerusform>
            <numerusform>%n upstreams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es)</source>
        <translation>
            <numerusform>%n alias</numerusform>
            <numerusform>%n aliases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message>
        <source>checks a configuration file, and whether the secrets it names are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format is gatewright, litellm or envoy, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not held: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints the set-up of the running gateway, without any secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gatewright (default), litellm or envoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RESERVED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FREE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUNNING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PARALLEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more: --limit N shows more at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists what each key may spend: spent, reserved and free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UPSTREAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAMILY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints the last calls, refused ones too, the newest last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STRATEGY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WEIGHT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BREAKER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SERVED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIRST BYTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists what stands behind each alias, and how it fares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the built-in scripted models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 %2 is no address with a port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data port; 0: any (default 127.0.0.1:8790)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate chain (PEM): both ports speak TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its private key (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allows plain HTTP on an address others can reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs, by %1, pid %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written, %2 waiting, %3 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells who runs the embedded gateway, where, and how it fares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no plain name: letters, digits, dot, hyphen and underscore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps the key of an upstream in the vault and prints the key_ref for the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the key from stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget the one that is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: the gateway lists no alias &quot;%1&quot;; the key is for it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key fits the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no span up to 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the old secret works until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the old secret works no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotated %1 (%2); %3; the new secret is shown this once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotate the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives a key a new secret and prints it, once; the old one works on for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long the old secret works on: 24h (default), 30m, 7d or 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the embedded gateway of this data dir is the profile &quot;%1&quot; already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use --profile &quot;%1&quot;, or another --data-dir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: %1 has no key and calls its gateway without one; --key-env, --key-stdin, --key-file or --key-ref give it one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a readable YAML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the same file was imported before with another map: its %n row(s) were replaced</source>
        <translation>
            <numerusform>the same file was imported before with another map: its %n row was replaced</numerusform>
            <numerusform>the same file was imported before with another map: its %n rows were replaced</numerusform>
        </translation>
    </message>
    <message>
        <source>correct the file, or say what its columns are: gwctl usage import %1 --map M.yaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a CSV or JSON Lines file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a CSV or JSON Lines file in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads CSV or JSON Lines into the local store; asks no gateway
Columns named like a field of usage list need no map. The same file read again adds nothing; read again with
another map, its new rows take the place of the old ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key, alias, model, upstream, family, status, day, hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warns at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old secret works until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model it may use (repeatable); any: every one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only these families of calls: chat,responses,...; any: every one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only through this upstream (repeatable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5/day: USD per day, week, month, lifetime or 12h (repeatable); none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests a minute; none: no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens a minute; none: no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls at the same time; none: no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no share from 1 to 100 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run could not be kept. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of these rows are sample rows, made by the demo seed; --no-samples leaves them out</source>
        <translation>
            <numerusform>%n of these rows is a sample row, made by the demo seed; --no-samples leaves it out</numerusform>
            <numerusform>%n of these rows are sample rows, made by the demo seed; --no-samples leaves them out</numerusform>
        </translation>
    </message>
    <message>
        <source>no row fits; a wider --filter, --from or --to may find some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be an address of this machine with a port, such as 127.0.0.1:8790</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name has at most %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a raise needs both raise_usd and raise_until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no network such as 10.0.0.0/8 or ::1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias &quot;%1&quot; is not in this file: only the database may have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft is a share of a budget, and there is none here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review_date must be a day such as 2027-01-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind must be openai, anthropic, gemini or scripted, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;scripted&quot; is the built-in upstream; choose another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an upstream of kind scripted answers by itself and has no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date must be a day such as 2026-11-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strategy must be weighted, ordered, cheapest or fastest, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no family &quot;%1&quot;; there are: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no upstream of this alias speaks &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key &quot;%1&quot;: the passport&apos;s &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: a route to &quot;%2&quot;, an upstream that is not configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: the family %2, which none of its upstreams speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key &quot;%1&quot;: bound to &quot;%2&quot;, an upstream that is not configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envoy AI Gateway: kubectl apply -f FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream &quot;%1&quot;: ca_file; put it into a ConfigMap %2-ca under the key ca.crt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream &quot;%1&quot;: calls in Gemini&apos;s own form; it is reached over its OpenAI form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream &quot;%1&quot;: its key (%2); make the Secret %3 with it under the key apiKey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: the choice of the %2 route at each call; the order is fixed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheapest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: the route %2/%3, which Gatewright answers by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;, route %2/%3: its limits for connecting, the first byte and silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: no route is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: only the families %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: its price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envoy checks callers by a SecurityPolicy; write one for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listen: the Gateway listens on port 80 of its own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the retry budget, and the limits of heads, bodies and connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatewright: the embedded gateway. Read by: gwctl gateway serve --config FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiteLLM proxy: litellm --config FILE, with LITELLM_MASTER_KEY set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream &quot;%1&quot;: a base_url that does not end in /v1; LiteLLM adds /v1/messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: its own strategy; LiteLLM has one for all aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream &quot;%1&quot;: its key lies at %2; set the variable %3 to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream &quot;%1&quot;: ca_file; set SSL_CERT_FILE for LiteLLM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiteLLM keeps keys in its database; make it there with POST /key/generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listen: start it with --host %1 --port %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not held by this file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key &quot;%1&quot;%2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a date such as 2027-01-31, or a time with its zone such as 2027-01-31T12:00:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the admin key file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of gateway: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASKED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WILL BE CALLED FOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXACT ADDRESS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Asked instead: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says which gateway answers at an address, with the evidence; sends no secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STEP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOUND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, step &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tries a gateway step by step: name, connection, TLS, both sign-ins, models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address or network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alias cannot fall back on itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alias &quot;%1&quot; is defined in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these fallbacks go round in a circle: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is missing. Example: https://gateway.example/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address starts with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no web address. Example: https://gateway.example/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the password out of the address; the key has its own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the address off before “?” or “#”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the address of one call. “%1” is added where it belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“/v1” stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most gateways want “/v1” at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; listed without a key too, so this proves none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried: no admin key, or the kind has no admin API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried: no data key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the proxy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, certificate valid until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the first page, more behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n usage row(s) in the first span</source>
        <translation>
            <numerusform>%n usage row in the first span</numerusform>
            <numerusform>%n usage rows in the first span</numerusform>
        </translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how the host is spelled; a name of a company network may need its VPN or DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port, that the gateway runs, and that no firewall or proxy stands between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ruled out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1, a web page: this is the address of a console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1, JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1, no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows signs of more than one kind, so none is named: choose it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host answers with a web page. You entered the console address; the API is on another host or path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It speaks OpenAI&apos;s API; which gateway it is cannot be seen without a key: choose the kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers, but neither OpenAI&apos;s API nor a known admin API: check host and path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: the fallback on &quot;%2&quot;, which Gatewright answers by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in, %2 out, %3 cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROUTES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAMILIES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USD PER MILLION IN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FALLBACKS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRICE PER MILLION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price per million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alias fits the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet; the gateway lists no alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the names that callers ask for, and what stands behind them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only aliases that match: &quot;name ~ chat and family = chat&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway lists no alias &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows one alias: its routes, prices, fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste a .env file, a curl command, YAML or a gatewright:// link; end with Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are %1 connections in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave --name out; each is named by what stands there, or by its host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is an admin key, but the kind of the gateway is not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is not told, so only the data plane will be used: plain_openai. To find it: gwctl profile detect %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FROM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds gateways from a .env file, curl, YAML or a link; - or nothing: from stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show what was recognised and keep nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the profile (default: as told, or the host)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a new access token of %1; the one before stops working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enter the code %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either a user with a password, or a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in on %1; what it gave lies in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gets a secret from the gateway itself and keeps it in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user of the gateway; its password is asked for, and not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the password from stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show a code to enter on a page of the gateway (Flatkey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %n more that were not used.</source>
        <translation>
            <numerusform>And %n more that was not used.</numerusform>
            <numerusform>And %n more that were not used.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 connections were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection was found in it: an address is needed, https://gateway.example/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is larger than 256 kB. Take the lines about the gateway only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no text. Give a .env file, a curl command, YAML or a gatewright:// link as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it is known: neither NAME=value lines, nor a curl command, YAML fields or a gatewright:// link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curl command in line %1 has no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the output of a command; nothing is run, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“-k” is not taken over: certificates are always checked. Name the CA file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the file with headers is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: name and password are no key and were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a curl command, so not used: line %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 is not of the form NAME=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says the same as %2 once more; the last one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not about a gateway: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address is given; clients then go to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is told by the variable&apos;s name only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link in line %1 is no connection; those begin with gatewright://connect?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no parameter of a link and was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is given twice; such a link is not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link holds its key in clear: whoever has the link has the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 is no gatewright:// link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gatewright:// link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) recognised</source>
        <translation>
            <numerusform>%n connection recognised</numerusform>
            <numerusform>%n connections recognised</numerusform>
        </translation>
    </message>
    <message>
        <source>the variable %1, read at each use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file %1, read at each use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is nested too deep or repeats itself; the rest was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no YAML: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedded gateway belongs to its data dir and is not imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address belongs to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names a variable that is not set in this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds characters that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of %1 is none that this version knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Taken: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address for clients is not told; %1 is supposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy with a password is not supported; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment is none of development, staging, production; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 lies in a vault elsewhere; it has to be given again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is put together of variables; write it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no key: blanks, line breaks or other letters are in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects, keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routing rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remaining budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in by a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody entered the code in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file of the certificate to show to a gateway that asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file of its private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a client certificate needs its private key, and the other way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM files; --client-key-pass-env VARIABLE for an encrypted key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The name is longer than the %n byte(s) this gateway keeps.</source>
        <translation>
            <numerusform>The name is longer than the %n byte this gateway keeps.</numerusform>
            <numerusform>The name is longer than the %n bytes this gateway keeps.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two changes of this set want the name &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was a key named &quot;%1&quot; when the keys were last listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway lists no alias &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alias is named, so the key may call every one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address or network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget must be above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no window of a budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two budgets for the window &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway cannot hold a budget this exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expiry has passed, so the key is refused at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway does not offer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rotation cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deleted key can be made again, but its secret and its id do not come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway cannot hold it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are two keys named &quot;%1&quot;: a plan tells keys by their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan has no key &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two keys of the plan are named &quot;%1&quot; there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change set %1 is of the profile &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave --profile out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the profile of change set %1 was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its secret was told to nobody: rotate the key, or delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was so already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made again with a new id and a new secret; the old ones do not come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rotation cannot be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a deleted key cannot be made again on this gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIELDS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>APPLICATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CALLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAST CALL</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of these calls are samples of the demo seed</source>
        <translation>
            <numerusform>%n of these calls is a sample of the demo seed</numerusform>
            <numerusform>%n of these calls are samples of the demo seed</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 cannot be applied: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIELD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of days from 1 to 3650</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RULE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no usage is known here, so nothing is said about use; next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks for circles, dead mappings, missing prices, models that end, and names that are used or not; exit 1 on an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of usage to look at (default 30)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a warning counts as an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalog of &quot;%1&quot; was kept in one state at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what changed in the catalog: between two snapshots, days or files, or from one until now; exit 1 when anything did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compares with the catalog of another profile, as last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format is catalog, litellm, envoy or newapi, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another file, or none for standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) written to %1</source>
        <translation>
            <numerusform>%n alias written to %1</numerusform>
            <numerusform>%n aliases written to %1</numerusform>
        </translation>
    </message>
    <message>
        <source>writes the catalog as a file: stable order, no secret, good to keep in Git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>catalog (default), litellm, envoy or newapi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FROM, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAST SEEN, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HASH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet; &quot;%1&quot; keeps the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the states the catalog was in, or prints one (a number, a day, &quot;now&quot;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es), a new snapshot</source>
        <translation>
            <numerusform>%n alias, a new snapshot</numerusform>
            <numerusform>%n aliases, a new snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es), as before</source>
        <translation>
            <numerusform>%n alias, as before</numerusform>
            <numerusform>%n aliases, as before</numerusform>
        </translation>
    </message>
    <message>
        <source>reads the catalog from the gateway, keeps it and says what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>apply change set %1 (%n step(s)) to %2</source>
        <translation>
            <numerusform>apply change set %1 (%n step) to %2</numerusform>
            <numerusform>apply change set %1 (%n steps) to %2</numerusform>
        </translation>
    </message>
    <message>
        <source>undo change set %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped change set %1; what it had applied stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applies a change set and reads each step back; goes on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on past a step that fails; what needs it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes back what a change set has applied, and says what cannot be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives up a change set that is open or stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CREATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STEPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program that worked on it ended in between; %1 goes on, %2 takes back what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the change sets, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows a change set: before and after, and who would feel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletes a key; its usage rows and its last state stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows one key, by id or name, also one that was deleted; never its secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the gateway refuse a key from now on, or every key of --filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes the scope of a key, or of every key of --filter; what is not named stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of what is different in this environment: other names (as), limits, absent keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct the overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename one of them on the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; was changed in the file and on the gateway: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gwctl plan diff F shows both; --overwrite takes the file&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>apply %1 to %2 (%n change(s))</source>
        <translation>
            <numerusform>apply %1 to %2 (%n change)</numerusform>
            <numerusform>apply %1 to %2 (%n changes)</numerusform>
        </translation>
    </message>
    <message>
        <source>warning: what was applied could not be remembered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a file that can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) written to %1; no secret is in it</source>
        <translation>
            <numerusform>%n key written to %1; no secret is in it</numerusform>
            <numerusform>%n keys written to %1; no secret is in it</numerusform>
        </translation>
    </message>
    <message>
        <source>writes the keys and their settings as a declared state, without secrets; - is stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compares a declared state with the gateway and with what was applied; exits 1 if they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes the gateway as declared, through a change set; a second time nothing is left to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the file&apos;s side where both sides were changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only say what would be done, and who would feel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read-only and not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key cannot be given and taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file cannot be given and taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to change was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the embedded gateway belongs to its data dir; its kind stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever runs the embedded gateway says where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 usage rows of a gateway of the kind %3; under another kind nothing would belong to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add the other gateway beside it: gwctl profile add NAME --kind %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 usage rows of the gateway at %3; those of another gateway would be mixed with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--moved if it is the same gateway at a new address; else gwctl profile add NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes what is given of a gateway, and leaves the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is the same gateway at a new address: its usage rows stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allow writes to it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take its key away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take its data key away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trust the system&apos;s authorities only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show no certificate any more, and forget its key&apos;s passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refund, no call</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of these rows are refunds: money given back, in the spend, but no call</source>
        <translation>
            <numerusform>%n of these rows is a refund: money given back, in the spend, but no call</numerusform>
            <numerusform>%n of these rows are refunds: money given back, in the spend, but no call</numerusform>
        </translation>
    </message>
    <message>
        <source>alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no catalog of &quot;%1&quot; was kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as last seen at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a catalog file, as gwctl alias export writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of a snapshot, no day, no time and no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no snapshot of &quot;%1&quot; fits &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalog as last seen; the gateway is not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every key that matches, in place of ID: &quot;owner = web&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name one key, or many with --filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--stage and --dry-run exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed on the gateway since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete, with --prune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>APPLIED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GATEWAY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keys differ, %2 are as declared, %3 are not declared and left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passphrase of that key, from an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP proxy before it, http://HOST:PORT, none or system (default: the system&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put it into a change set, to be looked at and applied later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with --stage: the open change set it joins; else a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with --stage: what the change set is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of a change set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set and --title are of change sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staged as change set %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret of %1 is shown this once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change set %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; then %2 goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; then %2 goes on, or %3 takes back what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change set %1, step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change set %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why, for the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; (%2) was deleted by %3 at %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone; first missing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstream &quot;%1&quot;: its address and kind; a catalog does not tell them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: its routes; the gateway does not tell them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version: 1 is missing; this program reads no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are two keys named &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a budget needs usd above zero and a window: lifetime, day, week, month, or 12h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway lists this key no more, so applying will stop here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed on the gateway since it was staged (%1), so applying will stop here: take it out of the set and stage it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alias needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alias needs a route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alias cannot fall back on itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alias &quot;%1&quot; falls back on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) name it in their scope.</source>
        <translation>
            <numerusform>%n key names it in its scope.</numerusform>
            <numerusform>%n keys name it in their scope.</numerusform>
        </translation>
    </message>
    <message>
        <source>An alias keeps its name: make another one, and remove this one later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a route: upstream, model, weight; repeatable, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried when every route failed; repeatable; none: no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endpoint families: chat,responses,…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price of a million input tokens; none: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price of a million output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price of a million cached input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--to %1 is no route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--to UPSTREAM/MODEL or UPSTREAM/MODEL@WEIGHT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 %2 is no amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OBJECT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no usage data for this period: who would feel it is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls concerned since %1: %2, for %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the aliases of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes the aliases of a catalog file, as alias export gives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and removes the aliases that the file does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the alias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway lists no alias &quot;%1&quot;, and a new one needs a route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--to UPSTREAM/MODEL, or gwctl alias list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the alias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes an alias, or changes where it leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removes an alias; change undo makes it again as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--as %1 is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text names a variable, not the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints what a client needs to use a key: .env, shell, Kubernetes, Codex, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of them; without it all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias that the text calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried: this gateway does not list keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried: this gateway does not list calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is made when the embedded gateway starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address holds no password, and nothing from “?” or “#” on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Where the gateway has several workers, the others may serve the key for another %n second(s).</source>
        <translation>
            <numerusform>Where the gateway has several workers, the others may serve the key for another %n second.</numerusform>
            <numerusform>Where the gateway has several workers, the others may serve the key for another %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no span up to an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret of the key that was given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret of the key is needed, to call with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls with it once a second until it was refused five times in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one alias is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proves that a key given up is refused: calls with it until every worker knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret of the key, from an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same from stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same from env:VARIABLE or file:PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call this alias, one token a time; without it the model list is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give up after this long (default 10m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a key, or its owner with --owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key %1 has no owner, so no others can be found by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lists no keys; revoke there by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoke every key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CONNECTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all is revoked: mend what failed and run this again; until then switch off the provider keys behind those gateways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection lists a key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proof that they are refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>disable every key of %1 on %n connection(s)</source>
        <translation>
            <numerusform>disable every key of %1 on %n connection</numerusform>
            <numerusform>disable every key of %1 on %n connections</numerusform>
        </translation>
    </message>
    <message>
        <source>disables every key of an owner, or of that key&apos;s owner, on all connections at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whose keys, in place of ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BEGINS AGAIN (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this gateway knows no wallet, team or key with a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says what wallets, teams and keys of a gateway have left to spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have a new key made on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bill stands in place of a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either --bill or --against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a readable CSV file in the FOCUS format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export the bill as CSV in the FOCUS format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the span ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no percentage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compares the rows of the local store with the gateway&apos;s own sums
Without --from and --to: the last seven whole days (UTC). A gateway may tell whole hours or days only; the rows
here are added up over the same time. Exit 0: what both tell agrees; 1: it differs by more than the tolerance;
5: no figure is told by both; 2: the gateway tells no sums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sums of that connection beside them: an OpenAI organization behind the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a provider&apos;s bill in place of that, CSV in the FOCUS format; its span by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far apart figures may lie (default: 0.5, and requests not at all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) tells no sums of its own to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two tell of different times: %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--from and --to at whole UTC days that are over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--against a connection to an OpenAI organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--against PROFILE, where an OpenAI organization is paid for its calls; or gwctl usage summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--from and --to where its charges begin and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be compared with itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STORED HERE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BILL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 SAYS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIGURE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIFFERENCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tells no rows of its calls, so that none are read from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no usage was read from %1 yet: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows were last read at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first row here is of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows from %1 to %2 are missing: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) here tell no cost</source>
        <translation>
            <numerusform>%n call here tells no cost</numerusform>
            <numerusform>%n calls here tell no cost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) here tell no tokens</source>
        <translation>
            <numerusform>%n call here tells no tokens</numerusform>
            <numerusform>%n calls here tell no tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>a provider counts retries and fallbacks one by one, and what others use on the same account; it does not count what the gateway answers from its cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what both tell agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no figure is told by both, so nothing is proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; asked for %2 – %3, but sums are told of whole hours or days only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>- %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the bill are no use but taxes, credits or purchases, and left out</source>
        <translation>
            <numerusform>%n line of the bill is no use but a tax, a credit or a purchase, and left out</numerusform>
            <numerusform>%n lines of the bill are no use but taxes, credits or purchases, and left out</numerusform>
        </translation>
    </message>
    <message>
        <source>ROUTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CACHED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no kept catalog has an alias &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet; &quot;%1&quot; keeps the first catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what each alias cost from when to when, as the kept catalogs tell; the gateway is not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of a guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no guard %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed guard %1, and gave the key back what it took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed guard %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the guards, what is spent of each, and their state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends a guard; what it took from the key is given back first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of seconds from 5 to 3600</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>looks every %n second(s); Ctrl+C ends it</source>
        <translation>
            <numerusform>looks every %n second; Ctrl+C ends it</numerusform>
            <numerusform>looks every %n seconds; Ctrl+C ends it</numerusform>
        </translation>
    </message>
    <message>
        <source>enforces the guards of a profile until Ctrl+C; the open window does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one look; exit 1 when a guard could not act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between two looks (default 60)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a guard keeps a day, a week or a month, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing a guard does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no share from 1 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let a guard write to the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guard %1: %2 for %3; when it is spent it %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps a key within a day&apos;s, week&apos;s or month&apos;s spend where its gateway cannot; enforced only while the window or &quot;guard run&quot; runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limit: 5/day, 20/week or 60/month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where its midnight is; without it the profile&apos;s, else the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is done when it is spent: notify (default), disable, or lower the lifetime budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn at this share of the limit (default 80)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no decision about a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key &quot;%1&quot; in this review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than one key is named &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name it by its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review %1 is closed, nothing about it can be decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) are undecided</source>
        <translation>
            <numerusform>%n key is undecided</numerusform>
            <numerusform>%n keys are undecided</numerusform>
        </translation>
    </message>
    <message>
        <source>name a file in a folder you may write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who holds which key for what, what it may call and spend, when it was last used and what is wrong with it; kept reviews are decided key by key and compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps the keys as they are now as a review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reviews that were kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep, narrow, disable or delete; noted in the review, nothing is written to the gateway; more than one with commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why it was decided so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends the review, when every key is decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compares with this review instead of the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes the report as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keys as last seen; the gateway is not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHEN IT IS SPENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNTIL, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keys of &quot;%1&quot; were seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as review %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no review &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no review of &quot;%1&quot; was kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing changed since review %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since review %1 of %2:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this gateway has no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to decide and to compare later, keep it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TAKEN, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DECIDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLOSED, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a month, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disables the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowers its lifetime budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spent, the key is disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spent, the key&apos;s lifetime budget is lowered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not act: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: could not act, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: warned, %2 spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: given back what the guard took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guard %1, given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guard %1: %2 of %3 spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guard is enforced by this program only, and only while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access review of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s).</source>
        <translation>
            <numerusform>%n key.</numerusform>
            <numerusform>%n keys.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed since the review of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no spend limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>unused for %n day(s)</source>
        <translation>
            <numerusform>unused for %n day</numerusform>
            <numerusform>unused for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>past its review date</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>expires within %n day(s)</source>
        <translation>
            <numerusform>expires within %n day</numerusform>
            <numerusform>expires within %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalog is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; not in the catalog: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most in 31 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on without that proof; who answers for it and why, for the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the old key %1 is not drained: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete the old key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disable the old key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret of the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the old key is not proven refused (run %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads usage and disables the old key, if nobody called with it for the hours asked for and no row can be missing (else exit 6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proves by calls with the old key that every worker refuses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletes the old key, the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of hours from 1 to 2160</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key %1 is being rotated already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create the key %1 to take the place of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotation %1: created %2 (%3); its secret is shown this once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creates a successor with the same settings and prints its secret, once; both keys work until the old one is drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the new key (default: the old one&apos;s with -2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours without a call before the old key counts as drained (default 24)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OLD KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEW KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BEGUN, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret of the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotation %1 has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rotations of a profile, and what is next in each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was done, and whether anybody still calls with the old key, as stored usage tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proves by calls that the new key works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes that every application has the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who has it, for the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives it up; both keys stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no rotation &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prove the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand it over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until nobody calls with the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disable the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prove that the old key is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage rows of these hours are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage was not read in the last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage was never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drained, last call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), last %1</source>
        <translation>
            <numerusform>%n call, last %1</numerusform>
            <numerusform>%n calls, last %1</numerusform>
        </translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotation %1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHEN, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the old key in the last %n hour(s): %1</source>
        <translation>
            <numerusform>the old key in the last %n hour: %1</numerusform>
            <numerusform>the old key in the last %n hours: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>it was abandoned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it anew, without --update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--update needs --format litellm and the file that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brings FILE up to date, its comments kept (litellm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a map of channels to their model_mapping, or with --channel the mapping of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.yaml of the LiteLLM proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format is catalog, litellm or newapi, not &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>catalog (default), litellm or newapi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with newapi: FILE is the model_mapping of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no price of a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>litellm_params is missing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: it leads to another one (router_settings.model_group_alias)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: its longest input; the entry has no model_info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: %2 near line %3; write the entry with a field a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: the key of its new route %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias &quot;%1&quot;: its fallbacks %2 (router_settings.fallbacks)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no model_list to bring up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway does not tell its aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call this alias; repeatable (default: each that the key may call)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows can be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say how often, or on which day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is to be rotated on %2, then every %n day(s)</source>
        <translation>
            <numerusform>%1 is to be rotated on %2, then every %n day</numerusform>
            <numerusform>%1 is to be rotated on %2, then every %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is to be rotated on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a reminder: nothing is rotated by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no schedule any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EVERY, DAYS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key is due for rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminds of the next rotation, here and on the Overview; nothing is rotated by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again so long after each rotation; the first counts from the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next one is on this day, UTC; alone: once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminds of it no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keys that are to be rotated within 14 days, or should have been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the others too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: not every key of %1 is revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OF THIS KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says what the connection&apos;s own data key has left, without an admin key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection has no data key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a price the cost of its calls stays unknown; the New API family refuses them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the secret again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known: the program ended in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LINE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AT (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REASON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was written from this machine yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists what was written, and whose secret was shown, from this machine; newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may call %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not call %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged as coming from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says whether a key may call an alias from this machine, and which rule decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address the call comes from; this machine&apos;s by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the secret of the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret of %1 (%2):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the journal could not note its end; its line stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints the secret of a key again, where the gateway keeps it; the journal notes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither yes, no nor unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OF PROMPTS AND ANSWERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept by the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept for days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still unknown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells, or keeps, what becomes of prompts and answers on the way through a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether the gateway stores them: yes, no or unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether the provider does: yes, no or unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for how long; or unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where they lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who can read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where that is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it narrows the sums of --against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only that project of it (proj_…); may be given several times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only that key of it (key_…), the one the gateway calls with; likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cached tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key has no budget of that period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised by %1 USD until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the raise until %1 is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key is disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a budget is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not from this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of its upstreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of its families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether the gateway keeps them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether the provider keeps them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 such calls in %3 minutes are left for this address; signing in counts too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan has no alias &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two aliases of the plan are named &quot;%1&quot; there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there, nothing told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its catalog was never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: old, last seen at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: as last seen at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alias of any profile fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all profiles side by side, as last seen; no gateway is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with --all: only names that are not the same everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a raise needs an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise a budget of the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 USD until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes a budget of a key larger by so much for some time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it is taken back: 3d, 12h or 2027-01-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias &quot;%1&quot; was changed in the file and on the gateway: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) written with them</source>
        <translation>
            <numerusform>%n alias written with them</numerusform>
            <numerusform>%n aliases written with them</numerusform>
        </translation>
    </message>
    <message>
        <source>the aliases too, with what the gateway tells of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete keys and aliases that were applied and are no longer declared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keys and aliases differ, %2 are as declared, %3 keys are not declared and left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) of the gateway are not declared and left alone</source>
        <translation>
            <numerusform>%n alias of the gateway is not declared and left alone</numerusform>
            <numerusform>%n aliases of the gateway are not declared and left alone</numerusform>
        </translation>
    </message>
    <message>
        <source>there are two aliases named &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; an answer before this one was lost: a key that was made meanwhile stands in the gateway&apos;s list, and nobody has its secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when %1 was given up is not in the journal of this machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First header %1, first token %2, longest gap %3, total %4, %5 pieces, served by %6, cost %7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoke run of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gateway</name>
    <message>
        <source>Test gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI-compatible gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bifrost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiteLLM proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New API, One API or Flatkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenRouter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select (OpenAI-compatible)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::ChartPanel</name>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::Chip</name>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::CommandPalette</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::DiffView</name>
    <message>
        <source>added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::DropTarget</name>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::FilterHeader</name>
    <message>
        <source>Filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::HeatMap</name>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::ListPicker</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::MarkChart</name>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, arrow keys read each value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::MeterBar</name>
    <message>
        <source>Used share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::Notice</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::Sheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::Spark</name>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::StackChart</name>
    <message>
        <source>usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::Table</name>
    <message>
        <source>Choose columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit::Waterfall</name>
    <message>
        <source>Pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kit::WorkList</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs in the background.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Admin console for AI API gateways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the test gateway with invented usage, in a data folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything under this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark or contrast; else as the desktop is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and formats, such as de_DE; else the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of every page and state there, and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gatewright:// link: opens the form of that connection, filled in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Test gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over its lifetime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma separated (*.csv);;Tab separated (*.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AddForm</name>
    <message>
        <source>Read only: offer nothing that changes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the side bar shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets its colour and how careful we are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recognised yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised by its answers, or chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: as it follows from the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older servers ask for it; their console shows it. The first user is 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AddressBlock</name>
    <message>
        <source>Type or paste any address of it, or a .env file, curl command, YAML or link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AdvancedFields</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PEM file, for a gateway whose certificate your company signs itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://HOST:PORT, or none. Empty: as the system says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PEM file, for a gateway that wants to see one of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PEM file; it stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the vault. Empty: the key is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AliasDetail</name>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes of this alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the gateway says of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In, a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out, a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached, a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When all routes fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls back on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls, last 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is new, and not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edit of it waits in the change set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its removal waits in the change set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was sent to the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven by smoke tests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AliasDraft</name>
    <message>
        <source>the name is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an alias of this name. Try %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway takes a comma for the end of a name. Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name has a comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight is a whole number from %1 to %L2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weight of route %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>route %1 has no upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No enabled channel of this gateway is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the channel of route %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>route %1 has no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A channel serves an alias once only. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This upstream and model are a route already. Raise its weight instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>route %1 is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an amount. Try 0.15; leave it empty if it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price of the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price of cached input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway keeps both prices, or none: give 0 for what is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of tokens, such as 128000; empty if it is not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the longest input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alias is called “%1”. Take it out, or make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fallback that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would fall back on itself: %1. Take one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallbacks in a circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway keeps one family of an alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than one family</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AliasEditor</name>
    <message>
        <source>Endpoint families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add an alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into a change set, to be looked at and applied under Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What callers put into “model”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alias keeps its name: make another one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage the removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog as last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix: %1.</source>
        <translation>
            <numerusform>%n thing to fix: %1.</numerusform>
            <numerusform>%n things to fix: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without staging?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed here would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it answers. None named: all that its upstreams speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What callers ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which route is first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In, USD a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out, USD a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached, USD a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest input, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price and length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a price the cost of its calls stays unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other aliases, tried in this order when every route failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When all routes fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cheapest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AliasModel</name>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls, 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new, not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AliasPlace</name>
    <message>
        <source>%1 tells the endpoint families by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 orders routes by the priority of their channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 draws a route by weight; the order means nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight of %1 belongs to the channel, with all of its aliases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps no weight of a route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1 it follows from the channels&apos; priorities and weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has one strategy for all aliases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps no longest input of an alias.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AliasRoutesModel</name>
    <message>
        <source>call by call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out, USD</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AliasesPage</name>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the catalog again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias, family, upstream or model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln alias(es)</source>
        <translation>
            <numerusform>%Ln alias</numerusform>
            <numerusform>%Ln aliases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, as of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog could not be read. You see it as it was at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway tells no aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no function to list them. The names its callers use are under Requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No aliases yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases are the names that callers ask for. They show here once the gateway has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You edit the catalog as it was at %1. What was changed there since then is found when the set is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staged: %1. Nothing is sent before you apply the set under Changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alias…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog was never read, so it is not known what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan or catalog (*.yaml *.yml *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file declares no aliases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs: the catalog is as the file says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Staged: %Ln change(s). Nothing is sent before you apply the set under Changes.</source>
        <translation>
            <numerusform>Staged: %Ln change. Nothing is sent before you apply the set under Changes.</numerusform>
            <numerusform>Staged: %Ln changes. Nothing is sent before you apply the set under Changes.</numerusform>
        </translation>
    </message>
    <message>
        <source>All connections</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AllView</name>
    <message>
        <source>Aliases of all connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only differing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias, family, upstream or model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the aliases of all connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that one connection lacks, or has with another model, family or price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept catalogs could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No catalog was read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection&apos;s aliases show here once it was open while its gateway answered, then also while the gateway is away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln alias(es)</source>
        <translation>
            <numerusform>%Ln alias</numerusform>
            <numerusform>%Ln aliases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the only connection: nothing to compare with yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::AttentionCard</name>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet: the gateway has not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needed you when the gateway last answered; what happens now is not known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::BoundsField</name>
    <message>
        <source>Endpoint families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of families, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of upstreams, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses it may come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None chosen: all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses or networks such as 10.20.0.0/16, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its channels serve the key, at its prices; it must be one the account may use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::Breakdown</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::BudgetCard</name>
    <message>
        <source>Budgets nearest their end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spent, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::BudgetsField</name>
    <message>
        <source>daily, 00:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekly, Monday, 00:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monthly, 1st, 00:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget %1, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget %1 resets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls are refused when it is spent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::CallersCard</name>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who calls it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>calls of the last %n day(s)</source>
        <translation>
            <numerusform>calls of the last %n day</numerusform>
            <numerusform>calls of the last %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>No usage data for this period is stored here, so who would feel it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called it in that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %Ln key(s) more.</source>
        <translation>
            <numerusform>And %Ln key more.</numerusform>
            <numerusform>And %Ln keys more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these call(s) are samples of the demo.</source>
        <translation>
            <numerusform>%Ln of these calls is a sample of the demo.</numerusform>
            <numerusform>%Ln of these calls are samples of the demo.</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be applied like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be known before it is applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ChangesPage</name>
    <message>
        <source>Taken out of the set: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded: change set #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes, in the order they are applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this change out of the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check against the gateway again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sets %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft, nothing sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held against the keys as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change sets could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change set could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s), in the order they are applied</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes, in the order they are applied</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, before → after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage a change on the pages Keys and Aliases, or with gwctl and --stage: changes gather here, and none is sent before you apply them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 written to %2; gwctl plan apply makes another gateway so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of the gateway were never read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever this window or gwctl writes to the gateway gets a line here: when, by whom, why, and what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ConfirmCard</name>
    <message>
        <source>This is production. Type the name of the connection to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that worked on it ended in between. What was begun is looked up first; then it goes on, or is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent before you apply it. Each change is read back; the first that fails stops the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stopped at a change that failed. Applying goes on with what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied, and read back from the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be taken back; the list says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded: nothing more of it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program works on it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln change(s) done.</source>
        <translation>
            <numerusform>%L1 of %Ln change done.</numerusform>
            <numerusform>%L1 of %Ln changes done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s)</source>
        <translation>
            <numerusform>Apply %Ln change</numerusform>
            <numerusform>Apply %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %Ln change(s)</source>
        <translation>
            <numerusform>Go on with %Ln change</numerusform>
            <numerusform>Go on with %Ln changes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is locked for reading. The set is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway cannot be reached. The set is kept until it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One change cannot be applied like this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These changes wait for each other&apos;s names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys and their settings as this set leaves them, as a file for review; no secret is in it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::DecidedCard</name>
    <message numerus="yes">
        <source>%n assertion(s) hold</source>
        <translation>
            <numerusform>%n assertion hold</numerusform>
            <numerusform>%n assertions hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by the cost cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: the key was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already decided in this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check is decided yet. Each stands here with its verdict as soon as it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is kept yet. Each stands here with its verdict as soon as it ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::EditWords</name>
    <message>
        <source>%1 in, %2 out, %3 cached, USD per million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  families: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  routes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>        weight: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>        price: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  price: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  fallbacks: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  longest input: %L1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  order of routes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>new alias: %Ln route(s)</source>
        <translation>
            <numerusform>new alias: %Ln route</numerusform>
            <numerusform>new alias: %Ln routes</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::FactsSheet</name>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of prompts and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For so many days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a page of settings, a contract, a ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gateway tells this so that it could be read. Reviewers ask for it: look it up once, and name where it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where that is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked up on %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number of days, as 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still unknown: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::FindingsView</name>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong with this catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule found anything: no dead route, no circle of fallbacks, no missing price, no model that ends soon.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::Fold</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::FrameModel</name>
    <message>
        <source>Arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::GatewayPage</name>
    <message>
        <source>Test gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every call in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the refused calls in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run by gwctl, pid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the log keeps the last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage is too low by these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test gateway did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start on a free port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is run by gwctl, process %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window uses it and does not stop it. End it where it was started; its log is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file under another name and start with a new one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::GatewayTables</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused or broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each key may spend, and has, shows here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No route was called yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes show here with their health once a call took them. “All” lists those that wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is with the program that runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its calls reach the Usage and Requests pages with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call so far ended as it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls show up here as they end. Create a key, then copy the curl line beside this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test gateway is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers calls on this machine with scripted text and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::GoneSheet</name>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove it is refused…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was missing from the gateway&apos;s list; this program did not delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change set #%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its call(s) are kept here, for %1.</source>
        <translation>
            <numerusform>%Ln of its call are kept here, for %1.</numerusform>
            <numerusform>%Ln of its calls are kept here, for %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No key is known to be gone. Once one is deleted, what it was stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::GridModel</name>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there, nothing told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old: seen %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::GuardSheet</name>
    <message>
        <source>Guard of key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a week, from Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable the key until the next one begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower its lifetime budget to what is spent until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most, in USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only while this program runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway knows nothing of this limit. It is judged by the usage read here, some seconds after the calls, and nobody acts while the window is closed. Where the gateway has budgets of its own, use those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount in USD above zero, as 5 or 0.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warns at %1 % of %2. When it is spent it %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an amount, what the guard will do stands here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::HistoryView</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States of the catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: the catalog is as it was then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a state at the left to see what changed since then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s catalog in a stable order, for a review in Git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages what a plan or a catalog file has otherwise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::Hours</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests by weekday and hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per hour. Hatched: nothing known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ImportCard</name>
    <message>
        <source>Recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection to take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept before you save the connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ImportDoor</name>
    <message>
        <source>Import a connection from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept before you save the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::IssuedField</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::JournalView</name>
    <message>
        <source>new secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing differed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the gateway&apos;s answer was read: what holds now is on its page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, alias, person, reason or result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the newest %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, before → after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret shown again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyCourse</name>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written again, nothing differed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the gateway&apos;s answer was read. Refresh shows what holds now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the change before it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret shown again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyDetail</name>
    <message>
        <source>Choose a key to see whose it is, what it may call and what it may spend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyDraft</name>
    <message>
        <source>Give it a name, for example checkout-prod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n character(s).</source>
        <translation>
            <numerusform>Use at most %n character.</numerusform>
            <numerusform>Use at most %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a key with this name. Try %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway has no alias %1. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alias does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an amount above zero, for example %1, or leave it empty for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget is no amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has passed. Choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expiry has passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a budget above that resets at the same time. Choose another window, or remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two budgets reset at the same time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyEffect</name>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this key will be able to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is shown once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right after it is created. A copy stays 30 s in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spends without a limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is refused from %1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never expires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spends at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyForm</name>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest set that its calls need. An empty list means every alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it may call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much, and how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after a day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix: %1.</source>
        <translation>
            <numerusform>%n thing to fix: %1.</numerusform>
            <numerusform>%n things to fix: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Creating it and reading it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing it and reading it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of aliases, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into a change set, to be looked at and applied later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this machine: %1 has no room for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyLimits</name>
    <message>
        <source>Write a whole number above zero, for example 60, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no address or network. Write one such as 10.20.0.0/16 or 2001:db8::/32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no share from 1 to 100 percent. Write some such as 80, 95.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a warning is no share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the requests are no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tokens are no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the calls at a time are no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only calls of the families %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only through %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) a minute</source>
        <translation>
            <numerusform>%1 request a minute</numerusform>
            <numerusform>%1 requests a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) a minute</source>
        <translation>
            <numerusform>%1 token a minute</numerusform>
            <numerusform>%1 tokens a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 call(s) at a time</source>
        <translation>
            <numerusform>%1 call at a time</numerusform>
            <numerusform>%1 calls at a time</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warns at %1 of a budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the channels of the group %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyPlace</name>
    <message>
        <source>%1 does not tell which keys it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot create keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot disable a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot delete a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot limit a key to some aliases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of %1 never expire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot limit the spend of a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can limit the spend of a key only in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no room for who a key belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection “%1” is for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot change a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot raise a budget for some time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not warn before a budget is spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot limit a key to some endpoint families.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot limit a key to some upstreams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot limit where a key is used from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot limit the requests of a key in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot limit the tokens of a key in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot limit how many calls of a key run at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot give a key a new secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not tell which aliases it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot change its aliases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not tell its calls one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endpoint families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warnings before a budget is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of %1 have no limits for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows the secret of a key only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no groups of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot change the price of an alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no fallbacks of an alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not tell sums of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not tell what is left to spend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway cannot be reached, so nothing can be changed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway looks at the connection itself, which no header can forge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway believes the header X-Forwarded-For: who can write it comes from any address. Newer versions believe it from private addresses only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a header can forge the address is not known of this gateway.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyProofs</name>
    <message>
        <source>That the gateway says so is no proof: some go on serving such a key for a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove it is refused…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proving that “%1” is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its secret is known here: the gateway is called with it once a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be proven on %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyReach</name>
    <message>
        <source>This machine has no address now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine would be refused: its addresses are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine would pass as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the list, but the gateway has no such alias.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeySettings</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (raised by %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotation owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endpoint families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upstreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait for room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new secret, the old one works on for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new key: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyViews</name>
    <message>
        <source>Its calls are refused until the budget resets or is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After another %1 its calls are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the budget is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases this key may call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every alias of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; what is spent of it is not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark: where an even spend would be by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cost unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend by day: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend, last %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n older change(s) are in the journal.</source>
        <translation>
            <numerusform>%n older change is in the journal.</numerusform>
            <numerusform>%n older changes are in the journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Old secret works until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) of unknown cost are not in the spend.</source>
        <translation>
            <numerusform>%Ln call of unknown cost is not in the spend.</numerusform>
            <numerusform>%Ln calls of unknown cost are not in the spend.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard, enforced only while this program runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being replaced by “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the place of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the place of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, with those of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That the gateway says so is no proof: some go on serving such a key for a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove it is refused…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeyWords</name>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in any %n hour(s)</source>
        <translation>
            <numerusform>in any %n hour</numerusform>
            <numerusform>in any %n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget, daily, resets at 00:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget, weekly, resets on Monday, 00:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget, monthly, resets on the 1st, 00:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Budget, rolling, the last %n hour(s)</source>
        <translation>
            <numerusform>Budget, rolling, the last %n hour</numerusform>
            <numerusform>Budget, rolling, the last %n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget, in all, never resets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es)</source>
        <translation>
            <numerusform>%n alias</numerusform>
            <numerusform>%n aliases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pages::KeysModel</name>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::KeysPage</name>
    <message>
        <source>Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2 chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent by all of them: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, prefix, owner or alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading keys from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, data of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys could not be read; these are the last known ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiring %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unused %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No owner %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key of this group holds what you search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys on this gateway yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key per application and environment keeps spend, limits and rollback apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys to show here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Its keys are kept where it was set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it on the test gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer, and its keys were never read before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last change of “%1” is taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old secret works no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage: enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage: disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) staged. Nothing is sent before you apply the set under Changes.</source>
        <translation>
            <numerusform>%Ln change staged. Nothing is sent before you apply the set under Changes.</numerusform>
            <numerusform>%Ln changes staged. Nothing is sent before you apply the set under Changes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage: delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message>
        <source>The guard could not be set or removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by a new key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule rotation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule could not be read or kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove it is refused…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke everywhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More on keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove that a key is refused…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke every key of an owner…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Enable %Ln key(s)…</source>
        <translation>
            <numerusform>Enable %Ln key…</numerusform>
            <numerusform>Enable %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %Ln key(s)…</source>
        <translation>
            <numerusform>Disable %Ln key…</numerusform>
            <numerusform>Disable %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln key(s)…</source>
        <translation>
            <numerusform>Delete %Ln key…</numerusform>
            <numerusform>Delete %Ln keys…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reveal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that are gone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) were not made: %1</source>
        <translation>
            <numerusform>%Ln change were not made: %1</numerusform>
            <numerusform>%Ln changes were not made: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret was not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise a budget…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::LimitsModel</name>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 USD %2</source>
        <comment>amount, window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::LivePane</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer as it arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers of the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of about %1 piece(s)</source>
        <translation>
            <numerusform>%n of about %1 piece</numerusform>
            <numerusform>%n of about %1 pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest gap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the calls lie in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::LogModel</name>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, caller left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, upstream broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::MatrixModel</name>
    <message>
        <source>%1, weight %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln alias(es)</source>
        <translation>
            <numerusform>%Ln alias</numerusform>
            <numerusform>%Ln aliases</numerusform>
        </translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In / out, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off, staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 through %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::MatrixView</name>
    <message>
        <source>Aliases and channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit alias…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space does the same in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln alias(es)</source>
        <translation>
            <numerusform>%Ln alias</numerusform>
            <numerusform>%Ln aliases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln channel(s)</source>
        <translation>
            <numerusform>%Ln channel</numerusform>
            <numerusform>%Ln channels</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s) staged</source>
        <translation>
            <numerusform>%Ln edit staged</numerusform>
            <numerusform>%Ln edits staged</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln change(s)</source>
        <translation>
            <numerusform>Review %Ln change</numerusform>
            <numerusform>Review %Ln changes</numerusform>
        </translation>
    </message>
    <message>
        <source>The channel is asked for %1, with the weight %2 that all of its aliases share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel does not serve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the gateway it is served as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the gateway it is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No channel is left: the alias would be gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a channel to serve the alias there, or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop serving it here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend by hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend by hour, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last smoke run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No smoke test has run on this connection yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run smoke tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend shows up here with the first call that is read from the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See earlier days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing need you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures could not be renewed; you see the last ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line: a usual %1 (median)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this gateway tells none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway tells no usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its smoke tests work. Its calls show up here from a CSV file: “gwctl usage import”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today is not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls and spend show up here once the gateway has answered and its usage is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a key for a caller, or run the smoke tests: their calls and their cost show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off; start it on its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What wallets, teams and keys have left is asked for only when you want to know: it costs calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Your key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::PassportField</name>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key per application and environment keeps spend apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team that answers for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the key and shown in every report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access review names it from that day on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gives it a new secret, if not the owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose budget it is, if not the owner&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the next look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 180 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::PriceCard</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, list of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kept catalog tells a price of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cost, a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ProbeView</name>
    <message>
        <source>Which gateway it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an address: each one that will be called is then written out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered by this kind: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is an admin port. Here only the address for its clients can be used: its data port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked without a key, and only for what anybody may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Recognise” asks /models and the public sign of each kind, without a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, connection, TLS, both keys and the models, step by step. It only reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1</source>
        <translation>
            <numerusform>%n step, %1</numerusform>
            <numerusform>%n steps, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can save it all the same; the test failed at “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step of the test passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ProofPane</name>
    <message>
        <source>The time line of the call, its figures and every assertion appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time line of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap, 95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap, longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every assertion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ProofSheet</name>
    <message>
        <source>Prove that “%1” is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove that a key is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what it may no longer call can be refused: name such an alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the model list is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its old secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for these calls and kept nowhere. Paste it whole: a mistyped one is refused too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The gateway is called with the old secret once a second, until it was refused %Ln time(s) running. One with several workers may serve it for a minute more.</source>
        <translation>
            <numerusform>The gateway is called with the old secret once a second, until it was refused %Ln time running. One with several workers may serve it for a minute more.</numerusform>
            <numerusform>The gateway is called with the old secret once a second, until it was refused %Ln times running. One with several workers may serve it for a minute more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another smoke run is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One runs at a time. Wait for its end, or stop it on the page Smoke tests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias that is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one, each call costs a token. Without, nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another smoke run is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the old secret first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an alias that this key may no longer call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with its evidence among the smoke runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Refused %Ln time(s) running</source>
        <translation>
            <numerusform>Refused %Ln time running</numerusform>
            <numerusform>Refused %Ln times running</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, from the first call on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is refused now. Where that is too late, disable the provider keys behind the gateway first next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before anything was proven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is proven. Mend what is named, then prove it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First a key that never existed is tried: that one must be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable the provider keys behind this gateway until it refuses the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of “%1” looks like %2. Go on only if this one is from before a rotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its secret is known here, and is used for these calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was given up is not known here: times count from the first call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; times count from then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, refused from %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>effective after %1, %Ln call(s) admitted meanwhile.</source>
        <translation>
            <numerusform>effective after %1, %Ln call admitted meanwhile.</numerusform>
            <numerusform>effective after %1, %Ln calls admitted meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>effective %1 after the first call of the proof, %Ln call(s) admitted meanwhile.</source>
        <translation>
            <numerusform>effective %1 after the first call of the proof, %Ln call admitted meanwhile.</numerusform>
            <numerusform>effective %1 after the first call of the proof, %Ln calls admitted meanwhile.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was refused and admitted by turns: several workers, each of which learns it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its scope was narrowed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” may call fewer aliases than before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” works no more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::QueryBar</name>
    <message>
        <source>Filter requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors of the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dear calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of unknown cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without sample rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RaiseSheet</name>
    <message>
        <source>Raise a budget of “%1” for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By, in USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount in USD above zero, as 5 or 0.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway itself takes it back then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway knows no such thing: this program takes it back then, or when it runs next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 until %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RatesField</name>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn at, % of a budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 80, 95. Nothing is refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ReachCard</name>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to reach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callers use it; the admin interface takes the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers on this machine only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines for .env copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call with curl copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RecordPane</name>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, none cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 for reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown, which is not zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample row, no real call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetched from the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a request to see its record and why it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Owner: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RequestsModel</name>
    <message>
        <source>sample row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is not understood %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) match</source>
        <translation>
            <numerusform>%Ln row match</numerusform>
            <numerusform>%Ln rows match</numerusform>
        </translation>
    </message>
    <message>
        <source>newest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample rows among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored requests could not be read. The last rows stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) written to %1</source>
        <translation>
            <numerusform>%Ln request written to %1</numerusform>
            <numerusform>%Ln requests written to %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests.csv</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RequestsView</name>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 loaded, more as you scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests stored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls show here once the gateway has recorded them. A CSV file joins with “gwctl usage import”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every stored call is hidden by the period or the filter above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway tells no usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its calls show here from a CSV file: “gwctl usage import” reads one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ReviewDetail</name>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, for those who read it later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most in 31 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since the review before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ReviewModel</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most in 31 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ReviewView</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as of %2, not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, taken %2 by %3, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, taken %2 by %3, %L4 decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review could not be read or kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With risks %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This review is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the review to decide about its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep review</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) are undecided.</source>
        <translation>
            <numerusform>%Ln key is undecided.</numerusform>
            <numerusform>%Ln keys are undecided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stage %Ln change(s)</source>
        <translation>
            <numerusform>Stage %Ln change</numerusform>
            <numerusform>Stage %Ln changes</numerusform>
        </translation>
    </message>
    <message>
        <source>No key needs a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, owner or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key of this review is in the group that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review is written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RevokeSheet</name>
    <message>
        <source>Revoke every key of an owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on all connections, at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the failed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove a refusal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable every key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a leak: every enabled key whose passport names this owner is disabled, and read back. Each connection gets a change set, by which it can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Asked: %Ln connection(s)</source>
        <translation>
            <numerusform>Asked: %Ln connection</numerusform>
            <numerusform>Asked: %Ln connections</numerusform>
        </translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the journal: “leaked, INC-204”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production is among them. Type the name of the owner to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke every key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the owner first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the owner once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lists no keys: look there by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) disabled</source>
        <translation>
            <numerusform>%Ln key disabled</numerusform>
            <numerusform>%Ln keys disabled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) disabled already</source>
        <translation>
            <numerusform>%Ln key disabled already</numerusform>
            <numerusform>%Ln keys disabled already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) not known</source>
        <translation>
            <numerusform>%Ln connection not known</numerusform>
            <numerusform>%Ln connections not known</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what failed and try it again; until then disable the provider keys behind those gateways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection lists a key of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the owner is written otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some gateways go on serving a disabled key for a minute: prove that it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1, %L2 of %L3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove “%1”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a key that is disabled in the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RevokedModel</name>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RotateSheet</name>
    <message>
        <source>Rotate key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An older secret still works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 A key has two secrets at most: it ends now, whatever you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key gets a new secret, which is shown once. What it may call and spend stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present secret works on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls with the present secret are refused as soon as the new one is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both secrets work until %1. From then on calls with the present one are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old secret works until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a new key instead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both keys work until usage proves that nobody calls with the old one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RotationView</name>
    <message>
        <source>today not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step was not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 says which call went otherwise, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drained after</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hatched: rows can be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No stored row of the last %n hour(s) has this key.</source>
        <translation>
            <numerusform>No stored row of the last %n hour has this key.</numerusform>
            <numerusform>No stored row of the last %n hours has this key.</numerusform>
        </translation>
    </message>
    <message>
        <source>no alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per hour with the old key and with the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls per hour, last 3 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who still uses the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See its requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable the old key again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the rotation: “yearly, OPS-2318”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drained after so long without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer than the longest pause of its callers: jobs at weekends want 72 h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for these calls and kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the old key is disabled nothing is lost: it works. After that it can be enabled again, until it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both keys work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove it refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same scope and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by calls with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to every application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until nobody calls with the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by calls with the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last one was %1 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage rows of these hours are missing, so a call can have been overlooked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage was not read in the last 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage was never read from this gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: disable the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading who still calls with the old key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old key is drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call with it since %1, and no row can be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on all the same: who answers for it, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever still calls with the old key is refused from then on. Kept with the rotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It counts as drained after %n hour(s) without a call.</source>
        <translation>
            <numerusform>It counts as drained after %n hour without a call.</numerusform>
            <numerusform>It counts as drained after %n hours without a call.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the old key is still used is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch usage, or answer for it by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) with the old key in the last %1 h.</source>
        <translation>
            <numerusform>%Ln call with the old key in the last %1 h.</numerusform>
            <numerusform>%Ln calls with the old key in the last %1 h.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quiet since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find who calls, or answer for it by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait, or answer for it by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is called once for each alias in its scope, for at most 0.05 USD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: prove the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret of the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove that the old key is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateways remember keys for up to a minute. It is called until it was refused five times in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: prove it refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret of the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without that proof: who answers for it, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the old secret, or answer for it by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new key takes the place of the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both work until nobody calls with the old one any more; usage proves it. Nothing is lost before the old key is disabled, and that can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rotation was given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rotation is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both keys stay as they were then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” took the place of “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key was not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this rotation up, then begin another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the new key over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to every application that has the old one. Both keys work meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: all have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever still calls with it is refused from then on. It can be enabled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its usage stays stored here. The key itself does not come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both keys work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RouteDrafts</name>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RoutesField</name>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the upstream calls it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its part of the calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known: %1 and others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::RoutesModel</name>
    <message>
        <source>rests %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>route chosen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the upstream&apos;s model, for every alias that leads to it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::ScheduleSheet</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every %n day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule the rotation of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next on (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Overview reminds of it from %1 on. Nothing is rotated by itself; a rotation moves the day on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::SecretSheet</name>
    <message>
        <source>owner %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” is created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is stored where it belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the only time the key can be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway keeps a hash. If it is lost, create another and disable this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text names a variable, not the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run first smoke test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The clipboard is emptied in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy stays in the clipboard for %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick it first: the key cannot be shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” has a new secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway keeps a hash. If it is lost, rotate the key again. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway showed the secret again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal has a line about it, without the secret. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::SetsView</name>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change sets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::SideBySide</name>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In / out, USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This alias at each connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: every other connection has it with the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other connection&apos;s catalog was read yet, so there is nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::SignInFields</name>
    <message>
        <source>Way to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to get a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on the gateway&apos;s own page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent once, and kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It makes a new access token; the one this user had there stops working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatkey only: whoever is signed in there enters the code and lets this program in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it at %1. It is waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in. What it gave lies in the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::SimulationCard</name>
    <message>
        <source>call by call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which route is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If applied, %L1 calls would go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all routes are well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no route yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which route is first is decided call by call, by what was measured last; so it is not simulated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No route is left for %Ln call(s), and nothing to fall back on: they fail.</source>
        <translation>
            <numerusform>No route is left for %Ln call, and nothing to fall back on: they fail.</numerusform>
            <numerusform>No route is left for %Ln calls, and nothing to fall back on: they fail.</numerusform>
        </translation>
    </message>
    <message>
        <source>So it is once the route rests; until then each of its calls fails there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So it is once the route rests; until then its calls fail there first and go on to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s own rules, tried out here. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One draw of lots by weight, tried out here; the gateway&apos;s own draw differs a little. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::SmokeChooser</name>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks and aliases to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases, one or more below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example fast-chat, code-review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway tells no aliases. Type the names of those to call, with commas between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The aliases show once the gateway answers. Until then, type the names of those to call, with commas between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an alias.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::SmokePage</name>
    <message>
        <source>Smoke tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose checks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost so far %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway was not reached just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Run %n check(s)</source>
        <translation>
            <numerusform>Run %n check</numerusform>
            <numerusform>Run %n checks</numerusform>
        </translation>
    </message>
    <message>
        <source>The run could not be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suite “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose checks and aliases at the left. What each call says appears here, token by token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run calls the gateway as a client would and proves each promise by its own assertion. It costs at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, alias %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept run of %1, key %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the test gateway first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calls of this run could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test gateway is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be run against it. What was proved before stays readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove again…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::StepModel</name>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>no call in %n day(s)</source>
        <translation>
            <numerusform>no call in %n day</numerusform>
            <numerusform>no call in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::SuiteTree</name>
    <message>
        <source>Checks of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::TodayRow</name>
    <message>
        <source>Spend today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error share today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token, p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage record lag, p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the requests behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::TouchedCard</name>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>calls of the last %n day(s)</source>
        <translation>
            <numerusform>calls of the last %n day</numerusform>
            <numerusform>calls of the last %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>No usage of this time is stored here, so who would feel it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases called: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these call(s) are samples of the demo.</source>
        <translation>
            <numerusform>%Ln of these calls is a sample of the demo.</numerusform>
            <numerusform>%Ln of these calls are samples of the demo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody called what it touches in that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %Ln note(s) more.</source>
        <translation>
            <numerusform>And %Ln note more.</numerusform>
            <numerusform>And %Ln notes more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pages::UpstreamsCard</name>
    <message>
        <source>served here, gone at the upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the upstream, not served here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of the upstreams that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the upstreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the upstreams serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway asks its upstreams; that takes its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upstreams could not be asked. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet: the gateway asks each channel&apos;s upstream for its list of models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1 nothing differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not tell: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage: stop serving it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage: serve it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::UsageContent</name>
    <message>
        <source>Usage per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the requests behind it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::UsageFilters</name>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With sample rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::UsagePage</name>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample row(s) among them</source>
        <translation>
            <numerusform>%Ln sample row among them</numerusform>
            <numerusform>%Ln sample rows among them</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1, time zone %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows stored here, time zone %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored usage could not be read. The last figures stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usage in these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest stored call is of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the 30 days up to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usage in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls show here once the gateway has recorded them. A CSV file joins with “gwctl usage import”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this period no call went through this choice of alias and key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway tells no usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its calls show here from a CSV file: “gwctl usage import” reads one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::Welcome</name>
    <message>
        <source>Welcome to Gatewright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows what your AI gateways spend, proves what they can do, and changes them with care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste its address. Gatewright asks for a key and a name, then reads what it offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any gateway that speaks the OpenAI interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys stay in the vault of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change without showing it before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the test gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invented data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small gateway runs inside this program, with invented usage marked as such.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys, usage and smoke tests: all of it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answers are scripted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches nothing outside this machine, costs nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::connections</name>
    <message>
        <source>Save connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is missing. Example: team-staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” exists. Try “%1-2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds no certificate. It has to be PEM, with a line “-----BEGIN CERTIFICATE-----”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy with a password is not supported. Take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as http://proxy.example:3128, or none for no proxy at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its kind is not known; it is kept as OpenAI-compatible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master key, or the key of an admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access token of a user, from the personal settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The management key; it makes no calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USER:PASSWORD of the dashboard; empty if it has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace or organisation key of the admin API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An admin key (sk-admin-…) of the organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for calls (inference key).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key as clients have one; for test calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the vault of this machine, never in a file of ours in plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test gateway cannot be added by its admin port: give the address for its clients, or open its data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent before you ask for it. Recognise and Test only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files cannot be used: %1. Both have to be PEM; an encrypted key needs its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The private key is of no use without its certificate. Choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is of no use without its private key. Choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase alone opens nothing. Choose certificate and key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sk-sel-…; it goes as Bearer with every call.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages::overview</name>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test gateway is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls to it are refused, and keys cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage is %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see is of %1; newer calls are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usage was ever read from this gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last smoke run: %1 of %2 checks failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a usual %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” has spent its whole budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” has spent %2 of its budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 USD, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its calls are refused now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the cap its calls are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended %1. Whoever still uses it is refused; disable or delete it, or issue a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on a usual %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error share today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token, p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the streams of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage record lag, p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the call to its row here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change set #%1 was broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change set #%1 stopped half way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 changes are on the gateway. Let it go on, or take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 calls. The spend shown is too low by what they cost: they ended before their tokens were told, or their alias has no price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) of today have no known cost</source>
        <translation>
            <numerusform>%Ln call of today has no known cost</numerusform>
            <numerusform>%Ln calls of today have no known cost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) near their cap</source>
        <translation>
            <numerusform>%Ln more key near their cap</numerusform>
            <numerusform>%Ln more keys near their cap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) have expired</source>
        <translation>
            <numerusform>%Ln more key has expired</numerusform>
            <numerusform>%Ln more keys have expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln call(s) of unknown cost</source>
        <translation>
            <numerusform>and %Ln call of unknown cost</numerusform>
            <numerusform>and %Ln calls of unknown cost</numerusform>
        </translation>
    </message>
    <message>
        <source>wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guard of key “%1” could not act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” is stopped by its guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” has spent what its guard allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” nears the limit of its guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is given back at %1, if this program runs then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” should have been rotated on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” is to be rotated on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” expires within a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Key “%1” expires in %Ln day(s)</source>
        <translation>
            <numerusform>Key “%1” expires in %Ln day</numerusform>
            <numerusform>Key “%1” expires in %Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 on its calls are refused. Give it a later end, or rotate it in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) expire within 30 days</source>
        <translation>
            <numerusform>%Ln key expire within 30 days</numerusform>
            <numerusform>%Ln keys expire within 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more key(s) expire within 14 days</source>
        <translation>
            <numerusform>%Ln more key expire within 14 days</numerusform>
            <numerusform>%Ln more keys expire within 14 days</numerusform>
        </translation>
    </message>
    <message>
        <source>Staged, the rotation waits under Changes until you apply it; the old secret works on for a day then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate… on its page gives it a new key step by step. Nothing is rotated by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” leads to a model that has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” leads to a model that ends soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the alias</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::ConnectionButton</name>
    <message>
        <source>Switch connection, now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::ConnectionList</name>
    <message>
        <source>Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts and answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of them on the way through the open connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the vault now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::LockedScreen</name>
    <message>
        <source>Look at what is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of your connections lie in a file behind a passphrase. It stays open until it is locked, or until nobody has used it for a while.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::MainWindow</name>
    <message>
        <source>Type a command, a key or a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::PageStack</name>
    <message>
        <source>No connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see the data of %1; nothing can be changed until the gateway answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read from it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>connection: what is wrong</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::PassphraseForm</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s). Nobody can recover it.</source>
        <translation>
            <numerusform>At least %n character. Nobody can recover it.</numerusform>
            <numerusform>At least %n characters. Nobody can recover it.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two differ. Type the same passphrase again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not its passphrase. Try again; capital letters count.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::RequestBudget</name>
    <message>
        <source>Showing a key&apos;s secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All admin calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 left of %3 in %4 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one goes out in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls wait %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 calls left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of this gateway on admin calls, kept by this program:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::SideBar</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>environment · kind of gateway</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::StatusLine</name>
    <message>
        <source>Commands  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the connection now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline, data as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read new usage now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing, %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync failed, rows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::StorageScreen</name>
    <message>
        <source>The database is of a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 File: %2. It is left as it is until you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file under another name and start with a new one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::TaskList</name>
    <message>
        <source>Reading usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoke tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::TrayGauge</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Gatewright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this gauge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::VaultOffer</name>
    <message>
        <source>Keys are kept only until this window closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep keys behind a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They move from memory into a file of this data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are kept only until this window closes. Unlock the keyring of your desktop, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has none that keeps secrets, so keys are kept only until this window closes. A file behind a passphrase keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there, but hangs. Keys are kept only until this window closes. Sign out and in again, or end its process, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain keeps them. A file behind a passphrase does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::commands</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide what the key has left in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of prompts and answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the vault now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Lock the vault after %n minute(s) without input</source>
        <translation>
            <numerusform>Lock the vault after %n minute without input</numerusform>
            <numerusform>Lock the vault after %n minutes without input</numerusform>
        </translation>
    </message>
    <message>
        <source>Never lock the vault by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::help</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::pages</name>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export usage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause new requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoke tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the chosen smoke tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the smoke run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review who holds which key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alias…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove that a key is refused…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke every key of an owner…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal the secret of the chosen key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that are gone…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell::strip</name>
    <message>
        <source>%1 is locked for reading. Nothing here can change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: changes here reach live callers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smoke</name>
    <message>
        <source>The gateway wants `%1` instead of `%2`: sent again so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway refuses `temperature`: sent again without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole limit of %1 tokens went before the first word (a reasoning model): sent again with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success code with an error body. Clients that look only at the status will take this for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200, but no JSON: the content type is “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 and application/json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 choices, role “%2”; one choice of the assistant was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole budget went to reasoning tokens; raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model did not follow: the token to repeat is not in its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One choice of the assistant; it repeats the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish reason stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finish reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish reason “%1” instead of stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usage in the answer. Cost cannot be checked from the client side; T06 decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage counts nothing: %1 in, %2 out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1 in, %2 out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer names no model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served by the name asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapped: asked %1, served %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway names the call in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway is known to give no request id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request id of the gateway: usage can only be matched by time and tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Cache marker: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identical second call was not answered (T01b): </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers carry no id: a cached answer could not be told from a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer came from a cache; later usage proof would be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identical call got a new answer: no cache in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: there was no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It calls itself “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: there was no event stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list came incomplete: asked for once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed within %1 ms after piece %2. What the gateway bills for the rest shows in the usage row (T06).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still streaming after %1 s; closed by us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends at item %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is whole: %1 items without gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has no gaps up to item %1, where the token limit ended it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item is missing or repeated after item %1: text was lost on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model did not follow: no numbered list came, so a cut answer could not be told from a whole one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 earlier pieces are not shown here; the evidence has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host answers with a web page. You entered the console address; the API is on another host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL lacks `/v1`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model list is no JSON (%1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: no model list came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was refused (%1): %2. Check which key this connection uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the model list: %1. Check the names, and what the key may call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models listed, the chosen ones among them (a listing is no proof).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys of its own: whoever reaches this port may use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: the gateway did not answer before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong key got neither an answer nor a refusal, twice. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model list is refused to a wrong key (%1) and to no key (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model list is public on this gateway: it proves nothing about the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: no alias is known to ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call with a wrong key is refused (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway served a request with an invalid key. Keys are not enforced (on Bifrost this is the default until authentication for inference is turned on). Do not launch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable: the connection is not encrypted (http).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: no certificate was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 ends on %2, in %3 days: renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is valid until %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable: the gateway sends no Date header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its clock is %1 s off ours: usage will be looked for at the wrong time. Set both by NTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its clock is within %1 s of ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client adds `/v1` itself; remove it from the base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL has no version segment; most clients expect `/v1` at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL has one version segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable: this connection has no status route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The status route answers in JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The status route proves life only: it refused us (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit with an empty body (429): clients that parse the body will crash. Run again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused for its rate (429) without a Retry-After. Run again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused for its rate (429), Retry-After %1 s. Run again after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget of this key is spent (%1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused with %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run: the cost cap of the run was reached. Raise it, or choose fewer checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run: the key was refused three times in a row. Check the key of this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run: the run was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting %1 s, as the gateway&apos;s Retry-After asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway ignored `stream:true` for this alias: it answered with JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content type is “%1”, not text/event-stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered as text/event-stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 frames are neither a JSON object nor [DONE].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames are no valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last frame is not closed by a blank line: strict clients drop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 frames can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buffered: all frames arrived within %1 ms after %2 ms of silence. A proxy between you and the gateway is buffering (common: response buffering, compression of event streams, HTTP/1.0 upstream).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pieces arrived bit by bit over %2 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finish reason came twice, or frames came after [DONE].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream ended without its terminal marker; a finish reason was seen, so the answer is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One finish reason (%1), then [DONE]: complete in form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage came with the stream: %1 in, %2 out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming usage is missing. On this gateway streamed calls may be recorded as zero; check T06 before launch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway sends a usage frame without being asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usage frame without asking, as the standard has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No byte for %1 s after the first token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest gap was %1 ms; the idle limit is %2 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id or the model changes within one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chunks without an id: they cannot be told apart in a log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chunks carry the same id and model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream with usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream, no options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream closed by us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream for a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the address of this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key, the names, and what the key may call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove the key by T01, not by the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the gateway: switch on key checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the host: renew the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set both clocks by NTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the admin address and its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what the refusal names, then run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the answer; try another model behind the alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the route: the answer is not finished properly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the usage row of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match usage by time and tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the gateway: switch the answer cache off for this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what the refusal names, or use the alias without streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the route: hand on the frames as the provider sends them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the proxy: switch off buffering of event streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the route: look this request id up in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an alias that answers at length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the route: find what holds the stream back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the route: ids must not change within an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide: accept it, or choose another route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it into the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing took %1 ms; %2 ms are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: what answered is no API (see V1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run: nothing answers at this address (see T00).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model list took long, so it was asked for once more with its whole limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit fired. </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The answer ended after %n piece(s), before it could be closed: use a model that answers longer.</source>
        <translation>
            <numerusform>The answer ended after %n piece, before it could be closed: use a model that answers longer.</numerusform>
            <numerusform>The answer ended after %n pieces, before it could be closed: use a model that answers longer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends at item %1 of %2 although marked complete, twice: the answer is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process accepts connections and answers nothing: restart it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The admin address answers with a web page: it is the address of a console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The admin plane does not answer. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The status route proves nothing (%1, no JSON): 200 alone is no login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error came as a web page (%1) instead of JSON: the gateway, or a proxy before it, failed at this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page (%1) came instead of an answer. If the model list came as JSON (T00), a proxy or a sign-in page stands before this route; else this is the address of a console, and the API is elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled by you after %1 and %2; what had come until then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n piece(s) of text; 10 or more were expected.</source>
        <translation>
            <numerusform>Only %n piece of text; 10 or more were expected.</numerusform>
            <numerusform>Only %n pieces of text; 10 or more were expected.</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider broke off and the gateway closed the stream as if complete: [DONE] without a finish reason. Clients that wait for [DONE] only will store a cut answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stream ended without any end mark: cut after %n piece(s).</source>
        <translation>
            <numerusform>Stream ended without any end mark: cut after %n piece.</numerusform>
            <numerusform>Stream ended without any end mark: cut after %n pieces.</numerusform>
        </translation>
    </message>
    <message>
        <source>HTTP 200, then an error in the stream: “%1”. Retrying is safe only if no content was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A limit fired after %n piece(s). </source>
        <translation>
            <numerusform>A limit fired after %n piece. </numerusform>
            <numerusform>A limit fired after %n pieces. </numerusform>
        </translation>
    </message>
    <message>
        <source>Smart mode: served by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct mode: x-model is not honoured. Asked %1, served %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Smart mode: %n call(s) to /messages without a model were answered.</source>
        <translation>
            <numerusform>Smart mode: %n call to /messages without a model was answered.</numerusform>
            <numerusform>Smart mode: %n calls to /messages without a model were answered.</numerusform>
        </translation>
    </message>
    <message>
        <source>/messages answers 200, but not with a message that has text: it is no Anthropic route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart mode does not name the model that served each call: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart mode was served by: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: no model is known to ask for directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct mode: x-model is honoured, %1 served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: one of the modes gave no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both modes look the same in every recorded field: logs cannot tell which one a call was made in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The modes differ in: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable: only Select has a smart and a direct mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart and direct mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the gateway: the model asked for was not the one served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask directly for a model that smart mode does not choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: this gateway tells no model list, and it promises none. T01 proves the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: there is no model list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: the cost cap of this run left no room for a call with a wrong key, so none was made. Raise the cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusal of a key given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off the provider keys behind it until the gateway refuses this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key that never existed is admitted too: this gateway looks at no keys here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model list is given to anybody, so it proves nothing: name an alias to be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Still admitted after %1 s, in %n call(s): the gateway goes on serving this key.</source>
        <translation>
            <numerusform>Still admitted after %1 s, in %n call: the gateway goes on serving this key.</numerusform>
            <numerusform>Still admitted after %1 s, in %n calls: the gateway goes on serving this key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused from the first call on, %n time(s) in a row.</source>
        <translation>
            <numerusform>Refused from the first call on, %n time in a row.</numerusform>
            <numerusform>Refused from the first call on, %n times in a row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Effective after %1 s, %n call(s) admitted meanwhile.</source>
        <translation>
            <numerusform>Effective after %1 s, %n call admitted meanwhile.</numerusform>
            <numerusform>Effective after %1 s, %n calls admitted meanwhile.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused and admitted by turns: several workers, each of which learns it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its scope narrowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(Counted from the first call of the proof: when it was given up is not known.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 at %2 UTC, refused from %3 UTC on)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>No complete answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} could not be reached, or did not answer to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the gateway runs and that host and port are right, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} did not answer within the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it repeats, look at the load of the gateway, or raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted connection was not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {place} was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway sends callers elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answers with a redirect, which would carry the key to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the final address as the base URL. The redirect was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} sent more than this program takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for less (a shorter period, fewer rows), or check that the base URL is that of the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} does not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the key is complete, not expired, and made for this gateway; then store it again in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key may not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} accepts the key, but does not allow this with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a key with the right to do it, or ask the owner of the gateway to widen its scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} does not know what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh: it may have been removed. If nothing is found at all, the base URL may lack its last part, often /v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} limits the calls at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute and try again, or raise the rate limit of the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} refuses calls because a budget is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the budget of the key or wait for its next period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} could not handle the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment; if it repeats, give the owner of the gateway the time and the code in brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answered in a form that does not fit its kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the kind and the version of the gateway in the connection; the base URL may lead to another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gateway answers here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} answered with a web page instead of data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be the address of a console. Enter the base URL of the API, which often ends in /v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available on this gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has no such function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the console of the gateway itself, or a connection to a gateway that offers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds it at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the other program is done, or end it, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again when you want the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway refused the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} understood the request and does not carry it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what the reason in brackets names, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data could not be read or written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file in the data folder cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the data folder exists, belongs to you and can be written; “gwctl doctor” shows where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left to save the data; what was saved before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on that disk, or use another data folder, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this program is cut or altered, and was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a backup of the file in its place, or move the file aside to start with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file comes from a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of Gatewright wrote the data; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Gatewright, or use another data folder with this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program already listens there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, or end the program that uses this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret could not be read or kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place where the secret lies did not give or take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring or correct the reference; otherwise store the key again in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault file opens with its passphrase only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase, or name a file that holds it in GATEWRIGHT_VAULT_PASSPHRASE_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault file does not open with this passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase again. If it is lost, move the vault file aside and store the keys anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} does not accept connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name of {place} leads nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the base URL; an internal name may need a VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has no address that could be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a base URL that begins with http:// or https://, for example http://127.0.0.1:8790/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} closed the connection while the request was being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request may be larger than the gateway takes: make it shorter, or raise that limit there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} closed the connection before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it repeats, look at the log of the gateway and at the time limits of proxies before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The HTTP proxy is in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy before {place} did not pass the call on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} gave up waiting for the provider behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it repeats, raise the time limit of the route in the gateway, or use another provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} could not be reached within {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host, port and firewall; a host that drops packets looks like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} took the call, but did not begin to answer within {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} began to answer, but no text came within {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a smaller prompt or a faster model, or raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer fell silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} stopped sending in the middle of the answer; nothing came for {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it repeats, look at the provider behind the gateway and at proxies that hold data back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} was still sending after {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter answer, or raise the limit for the whole call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of the desktop did not answer within {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock or restart the keyring, or use a vault file with a passphrase instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file is no database any more; it was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a backup in its place (they lie beside it), or move the file aside to start with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not %1 on “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the authority that signed it to the connection (its CA file), or have the certificate renewed. The key was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy of the connection (or of the system) and that it runs, or connect without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of authorities cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA file of {place} could not be read, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a PEM file of certificates in its place, or name another one in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is not in the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for {place} is read from an environment variable that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the variable for this program, or name another place of the key in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of the desktop is locked, or there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring, or use a vault file with a passphrase (GATEWRIGHT_VAULT_PASSPHRASE_FILE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is not in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault file does not hold the key for {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the key again in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not in the state this change was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh, look at the present state, and make the change again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file or a value given to this program cannot be used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what the reason in brackets names, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost cap holds this call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call could have passed the cost cap of this run, so it was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the cost cap of the run, or choose fewer checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedded gateway does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that runs {place} does not answer: it is stopping, or it hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment; if it stays so, end that program (its pid is in brackets) and start the gateway anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that GATEWRIGHT_VAULT_PASSPHRASE_FILE names gives no passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the passphrase into that file, readable by you alone, or let the variable name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of this name exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or change the key that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection of this name exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or remove the connection that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the gateway that was started here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} shows another certificate than the one it was started with, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look which program listens at that address, or start the embedded gateway again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} said yes and changed nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look there whether this setting can be changed at all; an older version may not know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was told to nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the new secret could be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate the key to get a secret, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedded gateway does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program runs {place}, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it on the page “Test gateway”, or with “gwctl gateway serve”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway is overloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} turns every call away before it looks at its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a minute; if it stays so, its owner is to look at the load of that machine. Nothing is wrong with the key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>usage</name>
    <message>
        <source>sync failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway no longer has these rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>usage::left</name>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered by this gateway; the limit is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than ten years</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %Ln day(s)</source>
        <translation>
            <numerusform>about %Ln day</numerusform>
            <numerusform>about %Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, at %2 a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered by this gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is being spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lasts until the reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key ends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
