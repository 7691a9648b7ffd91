using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Rows;

/// <summary>What each kind of problem expected and how to mend it, where the message that found it says nothing more particular: nobody is told of a slip without a way out of it.</summary>
internal static class Cures
{
    private const string Schema = "The schema of the file in schemas/ describes every member.";
    private const string OneOfTwo = "Find out which of the two is right, and take the other out.";
    private static readonly Dictionary<string, (string Expected, string Hint)> s_all = new(StringComparer.Ordinal)
    {
        ["bad-value"] = ("a value as the schema describes it", Schema),
        ["duplicate-id"] = ("each name once", "Give one of the two another name."),
        ["missing-key"] = ("the member", "Add it. " + Schema),
        ["missing-method"] = ("a method that fits the kind of the source", Schema),
        ["no-series"] = ("at least one", "Add a series for each column that is read."),
        ["no-sources"] = ("at least one", "Add a source for each kind of file."),
        ["unknown-flow"] = ("a flow of the stream", "Put the flow into \"report\", without its amounts."),
        ["unknown-format"] = ("a format of this version", "Look whether this is the right file, or one of a newer version."),
        ["unknown-key"] = ("a member that the schema has", "Take it out, or write the member that is meant."),
        ["unknown-word"] = ("one of the words", "Write one of these words."),
        ["wrong-type"] = ("another type of value", "Write it as expected, with or without quotes. " + Schema),

        ["file-of-no-source"] = ("a file of the mapping", "Leave the file out, or state its name in \"files\" of its source, where * stands for any characters."),
        ["file-twice"] = ("each file once", "Leave one of the two out."),
        ["source-without-file"] = ("a file for each source", "Give the file, or take the source out of the mapping."),
        ["file-missing"] = ("the file", "Find the file, and give it with the others."),
        ["file-unknown"] = ("the files that it rests on", "Leave it out."),
        ["text-encoding"] = ("text of one encoding", "Save the file again as UTF-8, or state its encoding where the mapping has one."),
        ["line-too-long"] = ("one JSON object a line", "Write each object on a line of its own."),
        ["unknown-sheet"] = ("a sheet of the workbook", "Write the name of the sheet as the workbook has it."),
        ["several-sheets"] = ("the name of one", "Name in \"sheet\" of the mapping's \"table\" the one that is meant."),
        ["csv-no-header"] = ("a header", "Look whether this is the right file, and whether it was saved whole."),
        ["csv-duplicate-column"] = ("each column once", "Give one of the two another header."),
        ["csv-unclosed-quote"] = ("fields as in RFC 4180", "Close the double quote, or double the quotes inside the field."),
        ["csv-control-character"] = ("text", "Export the file again: the character is not visible in it."),
        ["cell-error"] = ("a value", "Mend the formula in the workbook; where there is no value, leave the cell empty."),
        ["no-table"] = ("a table", "Write the mapping by hand after docs/ingestion.md."),
        ["series-without-values"] = ("values in the column", "Look at \"column\" and \"where\" of the series, and whether this is its file."),
        ["interval-differs"] = ("the interval of the file", "State the interval of the rows in \"minutes\"."),
        ["hours-left-out"] = ("every hour of the day in a series", "Give each of them a series of the same stream."),
        ["nothing-of-the-year"] = ("exports of the year", "Give the exports of that year, or state another one."),
        ["duplicate-usage"] = ("each usage once", "Take one of the two out."),

        ["gap"] = ("a row for each interval", "Bring in the missing rows, or name in \"missing\" the method of the monitoring plan that stands in for them."),
        ["double"] = ("each reading and ticket once", "Take one of the two out; nothing is counted twice meanwhile."),
        ["overlap"] = ("each interval once", OneOfTwo),
        ["conflict"] = ("one value for each time and number", OneOfTwo),
        ["reset"] = ("a register that does not fall", "Name in \"missing\" what stands in where a register was replaced."),
        ["rollover"] = ("consumption within \"most\"", "Look at \"rollsOverAt\" where the register has another number of digits."),
        ["stuck"] = ("values that change", "Look whether the meter was stuck: then take these rows out, and name in \"missing\" what stands in for them."),
        ["flat"] = ("values that change", "Look whether the meter was stuck."),
        ["spike"] = ("at most what \"most\" states", "Look at the reading. Where it is right, state a larger \"most\"."),
        ["negative"] = ("0 or more", "Look at the sign."),
        ["negative-row"] = ("amounts of one sign", "Look at the sign."),
        ["clock-shift"] = ("times one interval apart", "Look when the clock of the meter was set, and correct the times of the rows where it was wrong."),
        ["clock-back"] = ("rows in the order of time", "Look whether the clock was set back; where the rows were only sorted otherwise, nothing is to be done."),
        ["unit-change"] = ("one unit in the file", "Look whether the unit of this row is right."),
        ["unit-change-suspected"] = ("rows of one unit", "Look at the unit of these rows."),
        ["identical-rows"] = ("each ticket or receipt once", "State in \"number\" the column that numbers them."),
        ["no-number"] = ("the number of the ticket or receipt", "Fill in the number."),
        ["same-number-written-otherwise"] = ("each number written in one way", "Write the number the same in both."),
        ["same-amount"] = ("each amount once", "Take one of the two out."),
        ["leap"] = ("values of one size", "State in \"plausible\" the most that a row can have."),
        ["level-change"] = ("values of one size", "Look whether the factor of the meter changed."),
        ["result-suspected"] = ("results of one size", "Look at the laboratory's sheet."),
        ["fraction-suspected"] = ("results in per cent", "Look at the unit of the column."),
        ["total-suspected"] = ("rows that are no totals", "Take the row out if it is a total."),
        ["sum-of-rows"] = ("rows that are no totals", "Take the row out if it is a total."),
        ["thousands-suspected"] = ("numbers that are read as they are meant", "Look at \"decimal\" and \"thousands\"."),
        ["register-suspected"] = ("what each row adds", "Make the source a meter whose \"counts\" is register."),
        ["running-sum-suspected"] = ("what each row adds", "Take the column of the day."),
        ["sentinel-suspected"] = ("measured values", "Where it is no value, list it in \"absent\" of the mapping's \"table\"."),
        ["copied-day"] = ("measured values", "Take the copied rows out."),
        ["estimated-row"] = ("measured values", "Choose the measured rows with \"where\"."),
        ["second-row"] = ("one row for each", OneOfTwo),
        ["several-names"] = ("rows of one thing", "Choose the rows that are meant with \"where\"."),
        ["mixed-kinds"] = ("rows of one kind", "Choose the rows that are meant with \"where\"."),
        ["withdrawn-row"] = ("rows that count", "Choose the rows that count with \"where\"."),
        ["stock-of-another-day"] = ("the stock at the beginning and the end of the year", "Bring in the row of the other day."),
        ["no-count"] = ("a count at the beginning and the end of the year", "Bring in the count of that day."),
        ["passed-row"] = ("rows that are no part of the table", "Take \"skip\" out."),
        ["month-order"] = ("months one after the other", "Look at the headers of the months."),
        ["row-sum-differs"] = ("a row that adds up", "Look at the ticket."),
        ["multiplier-beside"] = ("values that are multiplied already", "State it as \"times\" of the series where they are not."),
        ["column-suspected"] = ("the column of the amount", "Look at \"column\" of the series."),
        ["utc-suspected"] = ("times of the plant's clock", "Where they are in UTC, state \"writtenBy\"."),
        ["unsure-days"] = ("a day after the 12th of its month", "Look at the days of the rows."),
        ["mixed-days"] = ("one kind of days in the column", "Look at these days."),
        ["table-ended"] = ("rows of the table above these words alone", "Look whether the table goes on below."),
        ["repeated-header"] = ("the header once", "Look whether another table begins here."),
        ["no-amount"] = ("an amount", "Write 0 when there is none."),
        ["outside-year"] = ("days of the year", "Give these rows to the report of their own year."),
        ["row-of-no-series"] = ("a series for each row that counts", "Give it a series, or leave it out knowingly."),
        ["hidden-rows"] = ("rows that the sheet shows", "Show them and look whether they are meant."),
        ["hidden-cells"] = ("cells that the sheet shows", "Show them and look whether they are meant."),
        ["withheld"] = ("every value of the period", "Bring in what is missing."),
        ["no-report"] = ("an amount of each stream", "Bring in the amounts that are withheld."),
        ["calibrated-later"] = ("a calibration before the first value", "Bring in the certificate of the time before."),
        ["calibration-lapsed"] = ("a calibration that covers the day", "Bring in the newer certificate."),
        ["accredited-later"] = ("an accreditation that covers the day", "State the accreditation of the time before."),
        ["accreditation-lapsed"] = ("an accreditation that covers the day", "State the newer accreditation."),
        ["no-usage"] = ("rows of usage", "Nothing is to be done where the row is a tax, a fee or a credit."),
        ["another-region"] = ("a region of the energy file", "Add the region to \"regions\" where the same grid supplies it."),
        ["no-energy"] = ("the energy of each usage", "State it under \"usage\" of the energy file, with its source."),
    };

    /// <summary>The problems, each with what was expected and how to mend it.</summary>
    internal static IReadOnlyList<Problem> Of(IReadOnlyList<Problem> problems) => [.. problems.Select(Of)];

    private static Problem Of(Problem problem) => problem is { Expected: not null, Hint: not null } || !s_all.TryGetValue(problem.Code, out var cure) ? problem
        : problem with { Expected = problem.Expected ?? cure.Expected, Hint = problem.Hint ?? cure.Hint };
}
