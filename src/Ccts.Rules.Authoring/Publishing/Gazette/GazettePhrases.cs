using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Gazette;

/// <summary>The words of the printed schedule.</summary>
internal static class GazettePhrases
{
    internal static readonly Phrase Title = new("Schedule of greenhouse gas emission intensity targets, {0}", "ग्रीनहाउस गैस उत्सर्जन तीव्रता लक्ष्यों की अनुसूची, {0}");
    internal static readonly Phrase DraftTitle = new("Draft schedule of greenhouse gas emission intensity targets, {0}", "ग्रीनहाउस गैस उत्सर्जन तीव्रता लक्ष्यों की प्रारूप अनुसूची, {0}");
    internal static readonly Phrase Lead = new("Printed from the data of the ruleset named above. The printed rows were read back and are the data again, exactly.", "ऊपर नामित नियम-समूह के आँकड़ों से मुद्रित। मुद्रित पंक्तियाँ फिर से पढ़ी गईं और वे ठीक वही आँकड़े हैं।");
    internal static readonly Phrase Year = new("Compliance year:", "अनुपालन वर्ष:");
    internal static readonly Phrase Unit = new("Unit of emission intensity:", "उत्सर्जन तीव्रता की इकाई:");
    internal static readonly Phrase Caption = new("Obligated entities: {0}. A dash means: no target in this year, which is not a target of zero.", "बाध्य इकाइयाँ: {0}। डैश का अर्थ है: इस वर्ष कोई लक्ष्य नहीं; यह शून्य का लक्ष्य नहीं है।");
    internal static readonly Phrase NoRows = new("The ruleset has no row in force.", "नियम-समूह में कोई पंक्ति लागू नहीं है।");
    internal static readonly Phrase Draft = new("Draft rows, not in force", "प्रारूप की पंक्तियाँ, लागू नहीं");
    internal static readonly Phrase DraftLead = new("DRAFT. The rows below are not in force and bind nobody. Where a draft prints no registration number, the key is that of the ruleset. A question mark: the figure was not read, which is neither a dash nor zero.", "प्रारूप। नीचे की पंक्तियाँ लागू नहीं हैं और किसी पर बाध्यकारी नहीं हैं। जहाँ प्रारूप पंजीकरण संख्या नहीं देता, वहाँ कुंजी नियम-समूह की अपनी है। प्रश्नचिह्न का अर्थ है: अंक पढ़ा नहीं जा सका; यह न डैश है, न शून्य।");
    internal static readonly Phrase DraftCaption = new("DRAFT, not in force. Entities: {0}. A dash means: no target in this year, which is not a target of zero.", "प्रारूप, लागू नहीं। इकाइयाँ: {0}। डैश का अर्थ है: इस वर्ष कोई लक्ष्य नहीं; यह शून्य का लक्ष्य नहीं है।");
    internal static readonly Phrase DraftKey = new("Key of the draft row", "प्रारूप की पंक्ति की कुंजी");
    internal static readonly Phrase DraftTarget = new("DRAFT target intensity", "प्रारूप लक्ष्य तीव्रता");
    internal static readonly Phrase LeftOut = new("Not part of this schedule: superseded rows ({0}) and rows that were never law ({1}), which the ruleset gives only to those who ask for them by key.", "इस अनुसूची का भाग नहीं: अधिक्रमित पंक्तियाँ ({0}) और वे पंक्तियाँ जो कभी विधि नहीं थीं ({1}); नियम-समूह इन्हें केवल कुंजी से माँगने पर देता है।");
    internal static readonly Phrase SerialNumber = new("No.", "क्रम सं.");
    internal static readonly Phrase Registration = new("Registration number", "पंजीकरण संख्या");
    internal static readonly Phrase Entity = new("Obligated entity", "बाध्य इकाई");
    internal static readonly Phrase SubSector = new("Sub-sector", "उप-क्षेत्र");
    internal static readonly Phrase State = new("State", "राज्य");
    internal static readonly Phrase BaselineYear = new("Baseline year", "आधार वर्ष");
    internal static readonly Phrase BaselineOutput = new("Baseline output", "आधार वर्ष का उत्पादन");
    internal static readonly Phrase BaselineIntensity = new("Baseline intensity", "आधार तीव्रता");
    internal static readonly Phrase Target = new("Target intensity", "लक्ष्य तीव्रता");
    internal static readonly Phrase Note = new("Note", "टिप्पणी");
    internal static readonly Phrase Notes = new("Notes to the rows", "पंक्तियों की टिप्पणियाँ");
    internal static readonly Phrase NotesCaption = new("Where the rows stand in the law, and how well they are known", "पंक्तियाँ विधि में कहाँ हैं, और वे कितनी निश्चित हैं");
    internal static readonly Phrase Instrument = new("Instrument", "विधिक लिखत");
    internal static readonly Phrase Clause = new("Clause", "खंड");
    internal static readonly Phrase Force = new("Force", "प्रभाव");
    internal static readonly Phrase Evidence = new("Evidence", "साक्ष्य");
    internal static readonly Phrase Remark = new("Remark", "अभ्युक्ति");
}
