using System.Collections.Generic;

namespace Ccts.Rules.Tests.Decisions;

/// <summary>Ways of saying nothing that were seen in files of registries, spreadsheets and programs.</summary>
internal static class Blanks
{
    internal static readonly IReadOnlyList<string> All =
    [
        "", " ", "   ", "\t", "\r\n", "\u00A0", "\u2007\u202F", "\u3000", "\u200B", "\uFEFF", "\u2060", "\u00AD", "\u200D", "\u200E", "\u2800", "\u3164", "\u180E", " \u200B\u00A0\t",
        "-", "--", "---", "\u2013", "\u2014", "\u2212", "_", ".", "...", "\u2026", "?", "*", "/", "\\", "\"\"", "''", "()", "[]", "{}", "#", "\u0301", "\uFE0F",
        "N/A", "n/a", "N.A.", "n.a.", "NA", "n a", " n/a ", "(n/a)", "\uFF2E\uFF0F\uFF21", "N\u200B/A", "#N/A", "#NULL!", "#REF!", "#VALUE!", "#DIV/0!",
        "null", "NULL", "(null)", "<null>", "None", "none", "nil", "NIL", "Unknown", "unknown", "undefined", "NaN", "TBD", "tbd", "t.b.d.", "TBA", "to be determined", "Not applicable", "not_available", "Not stated", "missing", "[blank]",
        "Confidential", "[REDACTED]", "not disclosed", "Ditto", "as above", "XXX", "to be filled in", "not yet issued", "various",
        "\u0905\u091C\u094D\u091E\u093E\u0924", "\u0932\u093E\u0917\u0942 \u0928\u0939\u0940\u0902", "\u0928\u093F\u0930\u0902\u0915", "\u0932\u0902\u092C\u093F\u0924",
        "\\N", "-do-", "Idem", "same", "-- Select --", "Please select", "N/A; N/A", "null null", "not known (to be confirmed)", "NIL, NIL", "n/a | n/a", "Applied for", "NOT REGISTERED", "to be appointed", "string", "[object Object]", "System.DBNull", "unknown owner", "nobody",
        "Click here to enter text.", "Choose an item.", "(removed)", "unk", "N.A. (see note)", "\u0936\u0942\u0928\u094D\u092F", "${owner}", "{{owner}}", "{{ unit.owner }}", "{owner}", "<owner>", "<Name of the agency>", "%OWNER%", "Mill {{name}}",
        "Enter registration number", "e.g. CMTOE085RJ", "Please specify", "Name of entity", "M/s ______ Ltd", "#OWNER#", "XXXXXXX", "N/A - see letter", "none/NA", "Nil/NA", "TBD by plant", "to be confirmed by BEE", "Awaiting allotment", "not furnished", "not submitted",
        "not declared", "not on record", "as per records", "Unknown Entity", "sample", "Regn. No.", "account no",
        "Loading...", "Err:502", "see annexure", "see row 3", "See sheet 2", "Registration No.", "dummy",
        "M/s N/A", "Unknown Ltd", "M/s. Unknown Pvt. Ltd.", "M/s. -", "Shri", "Private Limited", "The Company", "company name", "unnamed", "keine Angabe", "nill", "none given", "\u0AB2\u0ABE\u0A97\u0AC1 \u0AA8\u0AA5\u0AC0", "\u0640", "\u092A\u0924\u093E \u0928\u0939\u0940\u0902",
        "#BEZUG!", "#\u00A1VALOR!", "#NOM?", "\uD835\uDC0D/\uD835\uDC00", "\u2115/\uD835\uDD38", "\u0274/\u1D00", "\uD835\uDDC7\uD835\uDDCE\uD835\uDDC5\uD835\uDDC5", "N\u0338/A", "\u0924\u0925\u0948\u0935", "\u092A\u0902\u091C\u0940\u0915\u0943\u0924 \u0928\u0939\u0940\u0902",
    ];

    /// <summary>What says something of a number or a flag, and nothing of a name: a program writes 0 where a cell is empty.</summary>
    internal static readonly IReadOnlyList<string> OfNames = ["0", "00", "0.0", "-0", "000-000", "\u0966", "\uFF10", "0x0", "0x0000000000000000000000000000000000000000", "yes", "No", "TRUE", "false", "\u0928\u0939\u0940\u0902"];

    /// <summary>What says nothing where somebody is to be named, and something elsewhere.</summary>
    internal static readonly IReadOnlyList<string> OfPeople = ["test", "Test Ltd", "ABC Ltd", "M/s XYZ Pvt. Ltd.", "abc", "John Doe", "Foo Bar", "asdf", "Mr.", "LLC", "Example Co.", "k.A.", "n/d", "[insert name]", "Your Company Ltd", "nothing", "Not yet", "Approval pending", "under review", "\u65E0", "\u4E0D\u660E", "\u043D\u0435\u0442 \u0434\u0430\u043D\u043D\u044B\u0445", "sans objet", "\u092E\u0947\u0938\u0930\u094D\u0938",
        "#NV", "no record found", "details not available yet", "application pending", "registration in process", "yet to be registered", "unkown", "NaT", "&nbsp;", "\\r\\n", "vacio", "not found yet", "as before", "test123", "Untitled", "Sheet1", "not on file", "Regd No",
        "\u041D/\u0410", "\u092A\u0924\u093E \u0928\u0939\u0940", "\u0985\u099C\u09BE\u09A8\u09BE", "\u0646\u0627\u0645\u0639\u0644\u0648\u0645"];

    /// <summary>What says something, and is no name: a day, a number with a point or a sign, what a bracket explains to be nothing, and writing that is turned.</summary>
    internal static readonly IReadOnlyList<string> NoNames = ["2026-11-23", "23/11/2026", "31.03.2026", "23-Nov-2026", "1 Apr 2026", "1/4/26", "1.5", "+12", "-3", "NA (as per BEE)", "Not Applicable (new plant)", "Mill\u202E)CBA(", "\u2066Mill\u2069", "N0NE", "nu11", "UNKN0WN"];

    /// <summary>Texts that look like the above and say something.</summary>
    internal static readonly IReadOnlyList<string> Names =
    [
        "CMTOE085RJ", "A", "7", "0x", "10", "Norway", "Nobel", "Self Reliant Ltd", "Testa Cements", "Owner Mills", "Mill <North>", "50% Mill", "Err Ltd", "Removed Mills", "Applied Forests", "No. 1 Mill", "String Mills Ltd", "The Test Company of India", "Private Sector Mills Ltd", "\\Nila", "X", "Ditto Cements", "Various Industries Ltd", "N", "NAB", "Nila Cements", "Not Just Steel Ltd", "Tobe Mills", "Enterprise Steel", "Pleasedale", "Named Mills", "Sample Mills Ltd", "Xxo", "0x1", "N/AB", "Nilachal", "None Such Ltd", "Unknown Pleasures Ltd", "n/a/b", "Null & Sons", "REF", "NAME", "TBDX", "\u0938\u0940\u092E\u0947\u0902\u091F", "-1", "#1", "\u00BD", "#1!", "Record Cements Ltd", "No Limits Mills", "Process Steels", "Application Foundry", "\u0158\u00EDp Steel",
    ];
}
