<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ConnectionList</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
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
    <name>cli</name>
    <message>
        <source>&quot;%1&quot; is none of bash, zsh, fish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prints the completions for bash, zsh or fish</source>
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
        <source>there is no &quot;%1&quot;</source>
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
    <message numerus="yes">
        <source>, %n piece(s)</source>
        <translation>
            <numerusform>, %n piece</numerusform>
            <numerusform>, %n pieces</numerusform>
        </translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>pages::AddForm</name>
    <message>
        <source>Read only: offer nothing that changes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to and with “/v1”, as its clients use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the vault of this machine, never in a file of ours in plain text.</source>
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
        <source>Requests, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
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
        <source>Requests</source>
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
        <source>The log is with the program that runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its calls reach the Usage and Requests pages with the next sync.</source>
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
        <source>Create key…</source>
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
        <source>Nothing is sent before you save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is missing. Example: https://gateway.example/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no web address. Example: https://gateway.example/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address starts with https:// or http://.</source>
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
        <source>The name is missing. Example: team-staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” exists. Try “%1-2”.</source>
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
</context>
<context>
    <name>shell::PageStack</name>
    <message>
        <source>No connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see the data of %1. Reading works; nothing can be changed until the gateway answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read from it yet. Check its address, or whether it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
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
        <source>%1 · %2</source>
        <comment>kind of gateway · environment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
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
        <source>A limit fired: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list came incomplete: asked for once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ended after %1 pieces, before it could be closed: use a model that answers longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing took %1 ms; 2000 ms are allowed.</source>
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
        <source>Streaming with usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming without options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client closes the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming for a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends at item %1 of %2 although marked complete, twice: the answer is cut (D100).</source>
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
        <source>Process accepts connections and answers nothing: restart it (D103).</source>
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
        <source>%1 could not be reached: %2. Check the address, and that the gateway runs.</source>
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
        <source>The admin plane does not answer: %1.</source>
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
        <source>The status route proves nothing (%1, no JSON): 200 alone is no login (D88).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent: it could pass the cost cap</source>
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
        <source>No complete answer: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host answers with a web page (%1). You entered the console address; the API is on another host.</source>
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
        <source>Cancelled by you after %1 calls and %2 pieces; what had come until then is kept.</source>
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
        <source>Only %1 pieces of text; 10 or more were expected.</source>
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
        <source>The provider broke off and the gateway closed the stream as if complete: [DONE] without a finish reason. Clients that wait for [DONE] only will store a cut answer (D99).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream ended without any end mark: cut after %1 pieces%2 (D101).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP 200, then an error in the stream: “%1”. Retrying is safe only if no content was used (D34).</source>
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
        <source>A limit fired after %1 pieces: %2.</source>
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
        <source>Add the authority that signed it to the connection, or have the certificate renewed. The key was not sent.</source>
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
        <source>It is not in the state this change was made for, or the name is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh, look at the present state, and make the change again; take another name if the name is taken.</source>
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
        <source>Check address, name and password of the proxy in the settings, or connect without it.</source>
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
</context>
</TS>
