using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>Reads what the host's accounts hold, page by page, and reports whatever does not add up as a row with a problem.</summary>
internal sealed class HoldingsPages(HttpProfile profile, AnswerReader answers, HttpAccess access, Func<string, int, CancellationToken, Task<HttpReply>> page)
{
    internal async IAsyncEnumerable<ExportRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (access.Accounts.Count == 0)
        {
            yield return UnitsAccounts.None(profile.Registry);
        }

        foreach (var account in access.Accounts)
        {
            await foreach (var row in ReadAsync(new AccountReading(profile.Registry, account), cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<ExportRow> ReadAsync(AccountReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; number <= access.MostPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reply = await page(reading.Account, number, cancellationToken).ConfigureAwait(false);
            if (reply is not { IsSuccess: true, Body: { } body } || answers.Ranges(body, "rows") is not { } rows || !TryCount(body, "total", out var total) || !TryCount(body, "totalUnits", out var totalUnits))
            {
                yield return reading.Problem("page-unreadable", $"Page {number} cannot be read: {(reply.Reason.Length == 0 ? $"status {reply.Status}" : reply.Reason)}", "a page with rows, total and totalUnits");
                yield break;
            }

            if (answers.Failure(body) is { } failure)
            {
                yield return reading.Problem("page-unreadable", $"Page {number} cannot be relied on. {failure}", "a page without an error");
                yield break;
            }

            if (answers.Text(body, "page") is { } echo && echo != Digits(number))
            {
                yield return reading.Problem("other-page", $"Page {number} was asked for, and page {echo} came.", $"page {number}");
                yield break;
            }

            foreach (var (range, row) in rows)
            {
                yield return Row(reading, range, row);
            }

            if (rows.Count == 0 || reading.Rows >= total)
            {
                if (reading.Rows != total || reading.Units != totalUnits)
                {
                    yield return reading.Problem("total-differs", $"The registry states {total} rows and {totalUnits} units, and gave {reading.Rows} rows and {reading.Units} units.", "rows that add up to the stated total");
                }
                else if (JsonPages.Follows(body) is { } more)
                {
                    yield return reading.Problem("total-differs", $"The registry states {total} rows and gave them, and says in \"{more}\" that more follow.", "an end where the stated total is reached");
                }

                yield break;
            }
        }

        yield return reading.Problem("too-many-pages", $"After {access.MostPages} pages the registry still gives more.", "an end");
    }

    private ExportRow Row(AccountReading reading, BlockRange range, JsonElement row)
    {
        var block = new SerialBlock(profile.Registry, answers.Text(row, "scope") ?? "", range);
        var isCountable = range.TryGetCount(out var count) && count.FitsUInt64;
        var isNew = reading.Add(block, isCountable ? (decimal)count.ToUInt64() : 0);
        if (answers.Text(row, "account") is var account && account != reading.Account)
        {
            return reading.Problem("filter-ignored", $"A row is of account {account ?? "nobody"}.", $"rows of account {reading.Account} alone");
        }

        if (!isNew)
        {
            return reading.Problem("row-repeated", $"The numbers {block} came twice: pages overlap, or their order changes.", "every number once");
        }

        if (!isCountable || answers.Text(row, "state") is not { } word || !profile.States.TryGetValue(word, out var state))
        {
            return reading.Problem("row-unreadable", $"The row of {block} states no state that is known.", "a state of the profile");
        }

        return new ExportRow(
            new StatementEntry { File = $"{profile.Registry}/{reading.Account}", Line = reading.Line, Registry = profile.Registry, Account = reading.Account, Block = block, Serial = answers.Text(row, "serial"), State = state }, null);
    }

    private bool TryCount(JsonElement body, string name, out decimal count) => decimal.TryParse(answers.Text(body, name), NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What of one account has been read.</summary>
    private sealed class AccountReading(string registry, string account)
    {
        private readonly Dictionary<string, LiveBlockSet> _seen = new(StringComparer.Ordinal);

        internal string Account => account;

        internal int Line { get; private set; }

        internal decimal Rows { get; private set; }

        internal decimal Units { get; private set; }

        /// <summary>Whether none of the numbers has come before.</summary>
        internal bool Add(SerialBlock block, decimal count)
        {
            Line++;
            Rows++;
            Units += count;
            if (!_seen.TryGetValue(block.Scope, out var seen))
            {
                _seen.Add(block.Scope, seen = new LiveBlockSet());
            }

            var isNew = !seen.Overlaps(block.Range);
            seen.Add(block.Range);
            return isNew;
        }

        internal ExportRow Problem(string code, string message, string expected) =>
            new(null, new Problem(code, Severity.Error, message, new SourcePlace($"{registry}/{account}", Line, 0, "")) { Expected = expected });
    }
}
