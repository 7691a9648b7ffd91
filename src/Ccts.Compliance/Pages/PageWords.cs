using System;
using System.Globalization;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;

namespace Ccts.Compliance.Pages;

/// <summary>What a page says, in one language. Words of rulesets and reports stand as they were written.</summary>
internal sealed class PageWords(PageLanguage language)
{
    internal string Code => language == PageLanguage.Hindi ? "hi" : "en";

    internal bool IsHindi => language == PageLanguage.Hindi;

    internal string Scheme => Say("Carbon Credit Trading Scheme, India", "कार्बन क्रेडिट ट्रेडिंग योजना, भारत");

    internal string Title(Assessment a) => Say($"{a.Entity.Name}, compliance year {a.Year}", $"{a.Entity.Name}, अनुपालन वर्ष {a.Year}");

    internal static string Translated => "यह हिन्दी सुविधा के लिए अनुवाद है; किसी हिन्दी-भाषी ने इसे अभी नहीं जाँचा है। अंग्रेज़ी पृष्ठ मान्य है।";

    internal string Illustrative => Say("Illustrative", "उदाहरण");

    internal string Achieved => Say("Achieved intensity", "प्राप्त तीव्रता");

    internal string Target => Say("Target", "लक्ष्य");

    internal string Baseline => Say("Baseline", "आधार रेखा");

    internal string Output => Say("Equivalent product", "समतुल्य उत्पाद");

    internal string Total => Say("Total GHG", "कुल ग्रीनहाउस गैस");

    internal string NotKnown => Say("not known", "ज्ञात नहीं");

    internal string Sources => Say("Emissions by source", "स्रोत के अनुसार उत्सर्जन");

    internal string Source => Say("Source", "स्रोत");

    internal string Share => Say("Share", "अंश");

    internal string Combustion => Say("Combustion", "दहन");

    internal string Process => Say("Process", "प्रक्रिया");

    internal string Electricity => Say("Electricity", "विद्युत");

    internal string Heat => Say("Heat", "ऊष्मा");

    internal string Adjustments => Say("Deducted", "घटाया गया");

    internal string Memo => Say("Memo, not counted", "ज्ञापन, गिना नहीं गया");

    internal string Against => Say("Intensity against target", "लक्ष्य की तुलना में तीव्रता");

    internal string Over => Say("Intensity against target over the years", "वर्षों में लक्ष्य की तुलना में तीव्रता");

    internal string RangeOf(long low, long used, long high) => Say($"From {Whole(low)} to {Whole(high)} certificates, {Whole(used)} as read here; below zero is owed", $"{Whole(low)} से {Whole(high)} प्रमाणपत्र, यहाँ के पाठ से {Whole(used)}; शून्य से कम देय है");

    internal string PositionTitle(Assessment a) => Say($"{a.Entity.Name}, position for {a.Year}", $"{a.Entity.Name}, {a.Year} की स्थिति");

    internal string AccountTitle(Assessment a) => Say($"{a.Entity.Name}, account of the year {a.Year}", $"{a.Entity.Name}, वर्ष {a.Year} का लेखा");

    internal string GroupTitle(string name, string year) => Say($"{name}: plants side by side, {year}", $"{name}: संयंत्र एक साथ, {year}");

    internal string Net(Assessment assessment, long? net) => assessment.Outcome == AssessmentOutcome.Implausible ? Sentence(assessment.Certificates) : Net(net);

    internal string Net(long? net) => net switch
    {
        null => Say("no target at hand, so no figure", "कोई लक्ष्य उपलब्ध नहीं, अतः कोई अंक नहीं"),
        0 => Say("even at the year's end, no certificates either way", "वर्ष के अंत में बराबर, कोई प्रमाणपत्र नहीं"),
        > 0 => Say($"{Whole(net.Value)} certificates over at the year's end", $"वर्ष के अंत में {Whole(net.Value)} प्रमाणपत्र अधिक"),
        _ => Say($"{Whole(-net.Value)} certificates short at the year's end", $"वर्ष के अंत में {Whole(-net.Value)} प्रमाणपत्र कम"),
    };

    internal string Provisional => Say("Provisional until the year is verified; nothing here is a filing.", "वर्ष के सत्यापन तक अनंतिम; यह कोई दाखिला नहीं है।");

    internal string Position => Say("Position", "स्थिति");

    internal string Projected => Say("Earned or owed for the year", "वर्ष के लिए अर्जित या देय");

    internal string Held => Say("Held", "धारित");

    internal string IssuedAlready => Say("Issued already", "पहले से जारी");

    internal string SurrenderedAlready => Say("Surrendered already", "पहले से समर्पित");

    internal string NetLine => Say("Net", "शुद्ध");

    internal string AsRead => Say("As read here", "यहाँ के पाठ से");

    internal string Amount => Say("Amount", "राशि");

    internal string FromTo(string from, string to) => Say($"{from} to {to}", $"{from} से {to}");

    internal string Certificates => Say("Certificates", "प्रमाणपत्र");

    internal string Lowest => Say("Lowest", "न्यूनतम");

    internal string Highest => Say("Highest", "अधिकतम");

    internal string Performance => Say("Performance", "प्रदर्शन");

    internal string RequiredCut => Say("Cut asked for, against the baseline", "आधार रेखा से अपेक्षित कमी");

    internal string AchievedCut => Say("Cut achieved", "प्राप्त कमी");

    internal string AgainstTarget => Say("Better than the target by", "लक्ष्य से बेहतर");

    internal string Missed => Say("Missed the target by", "लक्ष्य से पीछे");

    internal string ByPlant => Say("Emissions by plant", "संयंत्र के अनुसार उत्सर्जन");

    internal string Rating => Say("Rating", "श्रेणी");

    internal string ClaimedBy(string source) => Say($"claimed by {source}, not law", $"{source} का दावा, विधि नहीं");

    internal string NoRating => Say("no scale published: no law has one, and the one source that names a rating prints none", "कोई मापदंड प्रकाशित नहीं: विधि में कोई नहीं, और श्रेणी का नाम लेने वाला एकमात्र स्रोत उसे नहीं छापता");

    internal string Balance(string year) => Say($"Certificates in the financial year {year}", $"वित्तीय वर्ष {year} में प्रमाणपत्र");

    internal string Values => Say("What it is worth, and what falling short would cost", "इसका मूल्य, और कमी की लागत");

    internal string Price => Say("Price of one", "एक का मूल्य");

    internal string Surplus => Say("Surplus", "अधिशेष");

    internal string Provision => Say("Provision", "प्रावधान");

    internal string Bought => Say("Bought", "खरीदे");

    internal string Purchase => Say("Purchase", "खरीद");

    internal string Compensation => Say("Environmental compensation", "पर्यावरणीय क्षतिपूर्ति");

    internal string Together => Say("Together", "कुल");

    internal string Entries => Say("Entries for the books", "बहियों की प्रविष्टियाँ");

    internal string Entry(bool isReversal) => isReversal ? Say("Reversal", "उलटाव") : Say("Accrual", "उपचय");

    internal string Policy => Say("Whether a surplus may be booked is the entity's accounting policy; the prices are its own.", "अधिशेष दर्ज हो सकता है या नहीं, यह इकाई की लेखा नीति है; मूल्य उसके अपने हैं।");

    internal string CertificateTitle(bool surrender) => surrender ? Say("Certificate of surrender", "समर्पण प्रमाणपत्र") : Say("Certificate of retirement", "सेवानिवृत्ति प्रमाणपत्र");

    internal string GaveUp(string account, string tonnes, string year, bool surrender) => surrender
        ? Say($"account {account} surrendered {tonnes} certificates for {year}", $"खाते {account} ने {year} के लिए {tonnes} प्रमाणपत्र समर्पित किए")
        : Say($"account {account} retired {tonnes} certificates in {year}", $"खाते {account} ने {year} में {tonnes} प्रमाणपत्र सेवानिवृत्त किए");

    internal string Registry => Say("Registry", "रजिस्ट्री");

    internal string Kind => Say("Kind", "प्रकार");

    internal string Vintage => Say("Vintage", "विंटेज");

    internal string Numbers => Say("Numbers", "संख्याएँ");

    internal string Remark => Say("Remark", "टिप्पणी");

    internal string JournalHead => Say("Hash of the last line of the ledger's journal:", "बही के जर्नल की अंतिम पंक्ति का हैश:");

    internal string Plants => Say("Plants", "संयंत्र");

    internal string Plant => Say("Plant", "संयंत्र");

    internal string Inside => Say("Inside the group first", "पहले समूह के भीतर");

    internal string From => Say("From", "से");

    internal string To => Say("To", "को");

    internal string Netting => Say("Arithmetic only: whether certificates may change hands outside an exchange is for CERC's regulations to say (Reg 9(1)). A target stays with its plant; a group has none.", "केवल गणना: प्रमाणपत्र एक्सचेंज के बाहर हाथ बदल सकते हैं या नहीं, यह सीईआरसी विनियम बताते हैं (Reg 9(1))। लक्ष्य संयंत्र का है; समूह का कोई नहीं।");

    internal string Market => Say("For the market", "बाज़ार के लिए");

    internal string Nothing => Say("Nothing.", "कुछ नहीं।");

    internal string Open => Say("Open points of law", "विधि के अनिर्णीत बिंदु");

    internal string Point => Say("Point", "बिंदु");

    internal string Used => Say("Read here as", "यहाँ पढ़ा गया");

    internal string Else => Say("Read otherwise", "अन्य पाठ");

    internal string Result => Say("Result", "परिणाम");

    internal string NoOpen => Say("No other reading changes the figure.", "कोई अन्य पाठ अंक नहीं बदलता।");

    internal string Due => Say("What is due", "क्या देय है");

    internal string Day => Say("Day", "दिन");

    internal string Event => Say("What", "क्या");

    internal string ByRule => Say("by its rule", "नियम के अनुसार");

    internal string Leans => Say("What it leans on that is not settled law", "किस अनिर्णीत विधि पर आधारित");

    internal string Value => Say("Value", "मान");

    internal string Basis => Say("Basis", "आधार");

    internal string Proof => Say("Proof", "प्रमाण");

    internal string QrOf => Say("QR code of the digest", "सार का क्यूआर कोड");

    internal string Receipt => Say("Digest of the receipt without a signature. Whoever has the receipt can replay it: ", "बिना हस्ताक्षर की रसीद का सार। जिसके पास रसीद है वह इसे दोहरा सकता है: ");

    internal string NoReceipt => Say("No receipt was made with this page.", "इस पृष्ठ के साथ कोई रसीद नहीं बनी।");

    internal string Signature => Say("Signature", "हस्ताक्षर");

    internal string Name => Say("Name and designation", "नाम और पदनाम");

    internal string PlaceAndDate => Say("Place and date", "स्थान और दिनांक");

    internal string By(Assessment a) => Say($"Figures by {a.Ruleset.Id} revision {a.Ruleset.Revision}, {a.Ruleset.Digest}.", $"अंक {a.Ruleset.Id} संशोधन {a.Ruleset.Revision}, {a.Ruleset.Digest} के अनुसार।");

    internal string Range(CertificateRange range) => range.Lowest.Kind == range.Highest.Kind && range is { Lowest.Quantity: { } low, Highest: { Quantity: { } high } highest }
        ? Say($"All open points together leave it between {Whole(Math.Min(low, high))} and {Sentence(low > high ? range.Lowest : highest)}.", $"सब अनिर्णीत बिंदु मिलाकर यह {Whole(Math.Min(low, high))} और {Whole(Math.Max(low, high))} प्रमाणपत्रों के बीच है।")
        : Say($"All open points together leave it between {Sentence(range.Lowest)} and {Sentence(range.Highest)}.", $"सब अनिर्णीत बिंदु मिलाकर: {Sentence(range.Lowest)} से {Sentence(range.Highest)} तक।");

    /// <summary>How far an intensity lies from its target; null without a target.</summary>
    internal string? Gap(IntensityResult intensity)
    {
        if (intensity.Target is not { TonnesPerUnit: > 0m } target)
        {
            return null;
        }

        var gap = intensity.Achieved - target;
        var (by, share) = (gap.TonnesPerUnit < 0m ? (target - intensity.Achieved).ToString() : gap.ToString(), Number(Math.Abs(gap.TonnesPerUnit) / target.TonnesPerUnit * 100m));
        return gap.TonnesPerUnit switch
        {
            0m => Say("The achieved intensity is the target.", "प्राप्त तीव्रता लक्ष्य के बराबर है।"),
            > 0m => Say($"The achieved intensity is {by} above the target, {share} % of it.", $"प्राप्त तीव्रता लक्ष्य से {by} अधिक है, लक्ष्य का {share} %।"),
            _ => Say($"The achieved intensity is {by} below the target, {share} % of it.", $"प्राप्त तीव्रता लक्ष्य से {by} कम है, लक्ष्य का {share} %।"),
        };
    }

    internal string Sentence(CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => Say($"{Whole(result.Quantity!.Value)} certificates to be issued", $"{Whole(result.Quantity!.Value)} प्रमाणपत्र जारी होने हैं"),
        CertificateKind.Surrender => Say($"{Whole(result.Quantity!.Value)} certificates to be surrendered", $"{Whole(result.Quantity!.Value)} प्रमाणपत्र समर्पित करने हैं"),
        CertificateKind.Nil => Say("on target, no certificates either way", "लक्ष्य पर, कोई प्रमाणपत्र नहीं"),
        CertificateKind.Withheld => Say("withheld: a figure looks like a slip, and no reason for it is stated", "रोका गया: कोई अंक त्रुटि जैसा है और उसका कारण नहीं बताया गया"),
        _ => Say("no target at hand, so no figure", "कोई लक्ष्य उपलब्ध नहीं, अतः कोई अंक नहीं"),
    };

    /// <summary>Grouped as India does: 36,66,138.</summary>
    internal static string Number(decimal value, string format = "N2") => value.ToString(format, Indian);

    private static readonly NumberFormatInfo Indian = Grouped();

    private static NumberFormatInfo Grouped()
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberGroupSizes = [3, 2];
        return format;
    }

    private static string Whole(long value) => Number(value, "N0");

    private string Say(string english, string hindi) => language == PageLanguage.Hindi ? hindi : english;
}
