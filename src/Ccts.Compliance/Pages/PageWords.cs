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

    internal static string Unreviewed => "इस पृष्ठ की हिन्दी किसी वक्ता ने अभी नहीं जाँची है।";

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

    internal string Receipt => Say("Digest of the receipt without a signature. Whoever has the receipt can replay it: ", "बिना हस्ताक्षर की रसीद का सार। जिसके पास रसीद है वह इसे दोहरा सकता है: ");

    internal string NoReceipt => Say("No receipt was made with this page.", "इस पृष्ठ के साथ कोई रसीद नहीं बनी।");

    internal string Signature => Say("Signature", "हस्ताक्षर");

    internal string Name => Say("Name and designation", "नाम और पदनाम");

    internal string PlaceAndDate => Say("Place and date", "स्थान और दिनांक");

    internal string By(Assessment a) => Say($"Figures by {a.Ruleset.Id} revision {a.Ruleset.Revision}, {a.Ruleset.Digest}.", $"अंक {a.Ruleset.Id} संशोधन {a.Ruleset.Revision}, {a.Ruleset.Digest} के अनुसार।");

    internal string Range(CertificateRange range) => Say($"All open points together: from {Sentence(range.Lowest)} to {Sentence(range.Highest)}.", $"सब अनिर्णीत बिंदु मिलाकर: {Sentence(range.Lowest)} से {Sentence(range.Highest)} तक।");

    internal string Sentence(CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => Say($"{Whole(result.Quantity!.Value)} certificates to be issued", $"{Whole(result.Quantity!.Value)} प्रमाणपत्र जारी होने हैं"),
        CertificateKind.Surrender => Say($"{Whole(result.Quantity!.Value)} certificates to be surrendered", $"{Whole(result.Quantity!.Value)} प्रमाणपत्र समर्पित करने हैं"),
        CertificateKind.Nil => Say("on target, no certificates either way", "लक्ष्य पर, कोई प्रमाणपत्र नहीं"),
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
