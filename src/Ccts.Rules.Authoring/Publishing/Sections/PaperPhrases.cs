using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Sections;

/// <summary>The words of the consultation paper.</summary>
internal static class PaperPhrases
{
    internal static readonly Phrase Title = new("Consultation paper: rules for compliance year {0}", "परामर्श पत्र: अनुपालन वर्ष {0} के नियम");
    internal static readonly Phrase FurtherRows = new("{0} further rows are not shown here; the ruleset and the commands of the tool have them all.", "{0} और पंक्तियाँ यहाँ नहीं दिखाई गई हैं; वे सभी नियम-समूह में हैं।");

    internal static readonly Phrase Glance = new("At a glance", "एक नज़र में");
    internal static readonly Phrase Against = new("Compared with {0}, revision {1}. The draft is {2}, revision {3}.", "तुलना: {0}, संशोधन {1} से। प्रारूप: {2}, संशोधन {3}।");
    internal static readonly Phrase ValuesDiffer = new("values differ", "मान बदलते हैं");
    internal static readonly Phrase RulesDiffer = new("rules differ", "नियम बदलते हैं");
    internal static readonly Phrase TargetsDiffer = new("targets added, removed or changed", "लक्ष्य जोड़े, हटाए या बदले गए");
    internal static readonly Phrase EntitiesChangeSide = new("entities change side", "इकाइयों का पक्ष बदलता है");
    internal static readonly Phrase TonnesShort = new("t CO2e short, before and now", "t CO2e की कमी, पहले और अब");
    internal static readonly Phrase TonnesLong = new("t CO2e long, before and now", "t CO2e का अधिशेष, पहले और अब");
    internal static readonly Phrase UnknownsCount = new("values are not known", "मान ज्ञात नहीं हैं");
    internal static readonly Phrase WarningsCount = new("points want an answer", "बिंदुओं का उत्तर अपेक्षित है");
    internal static readonly Phrase OnEntities = new("The effect is worked out on {0} entities that the publisher gave.", "प्रभाव की गणना प्रकाशक द्वारा दी गई {0} इकाइयों पर की गई है।");
    internal static readonly Phrase OnBaseline = new("The effect is worked out on the {0} rows of the schedules, as if each entity made and emitted what it did in its baseline year. It is no forecast.", "प्रभाव की गणना अनुसूचियों की {0} पंक्तियों पर की गई है, यह मानकर कि हर इकाई का उत्पादन और उत्सर्जन आधार वर्ष जैसा ही रहे। यह पूर्वानुमान नहीं है।");

    internal static readonly Phrase Changes = new("What changes", "क्या बदलता है");
    internal static readonly Phrase Values = new("Values", "मान");
    internal static readonly Phrase NoValues = new("No value differs.", "कोई मान नहीं बदलता।");
    internal static readonly Phrase ValuesCaption = new("Values that differ, at the end of each year", "जो मान भिन्न हैं, प्रत्येक वर्ष के अंत में");
    internal static readonly Phrase Value = new("Value", "मान");
    internal static readonly Phrase Was = new("Was", "पहले");
    internal static readonly Phrase Is = new("Is", "अब");
    internal static readonly Phrase Change = new("Change", "परिवर्तन");
    internal static readonly Phrase Source = new("Source (force, evidence)", "स्रोत (प्रभाव, साक्ष्य)");
    internal static readonly Phrase None = new("none", "कोई नहीं");
    internal static readonly Phrase Unknown = new("unknown", "अज्ञात");
    internal static readonly Phrase Rules = new("Rules", "नियम");
    internal static readonly Phrase NoRules = new("No rule differs.", "कोई नियम नहीं बदलता।");
    internal static readonly Phrase Added = new("added", "जोड़ा गया");
    internal static readonly Phrase Removed = new("removed", "हटाया गया");
    internal static readonly Phrase Changed = new("changed", "बदला गया");
    internal static readonly Phrase CountAdded = new("Added", "जोड़े गए");
    internal static readonly Phrase CountRemoved = new("Removed", "हटाए गए");
    internal static readonly Phrase CountChanged = new("Changed", "बदले गए");

    internal static readonly Phrase Targets = new("Targets", "लक्ष्य");
    internal static readonly Phrase NoTargets = new("No target in force differs.", "लागू लक्ष्यों में से कोई नहीं बदलता।");
    internal static readonly Phrase DraftRows = new("Draft rows, not in force", "प्रारूप की पंक्तियाँ, लागू नहीं");
    internal static readonly Phrase DraftRowsCaption = new("What the draft asks for in rows that bind nobody yet. Cut: how far the draft's target lies below the baseline.", "प्रारूप उन पंक्तियों में क्या माँगता है जो अभी किसी पर बाध्यकारी नहीं हैं। कमी: प्रारूप का लक्ष्य आधार से कितना नीचे है।");
    internal static readonly Phrase DraftKey = new("Key of the draft row", "प्रारूप की पंक्ति की कुंजी");
    internal static readonly Phrase DraftTarget = new("Draft target", "प्रारूप लक्ष्य");
    internal static readonly Phrase FigureNotRead = new("not read", "पढ़ा नहीं गया");
    internal static readonly Phrase TargetsCaption = new("Targets in force by sector. Tonnes: (new - old) x baseline output of the entities whose target is another; below zero where targets got stricter.", "क्षेत्रवार लागू लक्ष्य। टन: (नया - पुराना) x आधार वर्ष का उत्पादन, जिन इकाइयों का लक्ष्य बदला; लक्ष्य कठोर होने पर शून्य से कम।");
    internal static readonly Phrase TonnesAtBaseline = new("Tonnes at baseline output", "आधार उत्पादन पर टन");
    internal static readonly Phrase Sector = new("Sector", "क्षेत्र");
    internal static readonly Phrase EntitiesCaption = new("Entities whose target differs. Cut: how far the draft's target lies below the baseline.", "जिन इकाइयों का लक्ष्य भिन्न है। कमी: प्रारूप का लक्ष्य आधार तीव्रता से कितना नीचे है।");
    internal static readonly Phrase Entity = new("Entity", "इकाई");
    internal static readonly Phrase Registration = new("Registration", "पंजीकरण");
    internal static readonly Phrase Baseline = new("Baseline", "आधार");
    internal static readonly Phrase Cut = new("Cut", "कमी");
    internal static readonly Phrase NoTarget = new("no target", "लक्ष्य नहीं");

    internal static readonly Phrase Effect = new("Whom it touches", "किस पर प्रभाव पड़ता है");
    internal static readonly Phrase UnknownIsNotZero = new("Entities whose target is unknown, and entities without a target, are counted and are in no sum: neither is a target of zero.", "जिन इकाइयों का लक्ष्य अज्ञात है या जिनका लक्ष्य नहीं है, वे गिनी गई हैं पर किसी योग में नहीं हैं: दोनों में से कोई भी शून्य लक्ष्य नहीं है।");
    internal static readonly Phrase EffectCaption = new("Certificates to be surrendered (short) and to be issued (long), t CO2e", "अभ्यर्पित किए जाने वाले (कमी) और जारी होने वाले (अधिशेष) प्रमाणपत्र, t CO2e");
    internal static readonly Phrase Entities = new("Entities", "इकाइयाँ");
    internal static readonly Phrase ShortWas = new("Short, was", "कमी, पहले");
    internal static readonly Phrase ShortIs = new("Short, is", "कमी, अब");
    internal static readonly Phrase LongWas = new("Long, was", "अधिशेष, पहले");
    internal static readonly Phrase LongIs = new("Long, is", "अधिशेष, अब");
    internal static readonly Phrase ChangeSide = new("Change side", "पक्ष बदलता है");
    internal static readonly Phrase WithoutTarget = new("No target", "लक्ष्य नहीं");
    internal static readonly Phrase UnknownTarget = new("Unknown target", "अज्ञात लक्ष्य");
    internal static readonly Phrase OtherSector = new("Not a sector of either ruleset", "किसी नियम-समूह का क्षेत्र नहीं");
    internal static readonly Phrase Movers = new("Largest changes", "सबसे बड़े परिवर्तन");
    internal static readonly Phrase MoversCaption = new("Entities whose certificates change most", "जिन इकाइयों के प्रमाणपत्र सबसे अधिक बदलते हैं");
    internal static readonly Phrase Sides = new("Who ends on another side", "किसका पक्ष बदलता है");
    internal static readonly Phrase SidesCaption = new("Entities that end the year on another side of their target", "जो इकाइयाँ वर्ष के अंत में लक्ष्य के दूसरे पक्ष पर होंगी");
    internal static readonly Phrase CertificatesWere = new("Certificates, were", "प्रमाणपत्र, पहले");
    internal static readonly Phrase CertificatesAre = new("Certificates, are", "प्रमाणपत्र, अब");
    internal static readonly Phrase ChangeInTonnes = new("Change, t CO2e", "परिवर्तन, t CO2e");
    internal static readonly Phrase Issued = new("{0} issued", "{0} जारी");
    internal static readonly Phrase Surrendered = new("{0} to surrender", "{0} अभ्यर्पण");
    internal static readonly Phrase Even = new("on target", "लक्ष्य पर");

    internal static readonly Phrase Unknowns = new("What is not known", "क्या ज्ञात नहीं है");
    internal static readonly Phrase UnknownsLead = new("Where the law is silent or was not read, the draft says so. Nothing here was guessed, and nothing counts as zero.", "जहाँ विधि मौन है या पढ़ी नहीं जा सकी, प्रारूप ऐसा कहता है। यहाँ कुछ भी अनुमान से नहीं भरा गया है, और कुछ भी शून्य नहीं माना गया है।");
    internal static readonly Phrase NoUnknowns = new("Every value is known.", "हर मान ज्ञात है।");
    internal static readonly Phrase UnknownsCaption = new("Register of unknowns", "अज्ञात मानों की पंजी");
    internal static readonly Phrase Why = new("Why", "क्यों");
    internal static readonly Phrase SettledBy = new("Who can settle it", "कौन तय कर सकता है");
    internal static readonly Phrase ComesTo = new("What it comes to", "इसका परिमाण");
    internal static readonly Phrase CannotBeSaid = new("cannot be said from these data", "इन आँकड़ों से नहीं कहा जा सकता");
    internal static readonly Phrase Tonnes = new("{0} t CO2e", "{0} t CO2e");
    internal static readonly Phrase ReadingsCaption = new("What another reading of an unsettled point comes to for the entities above, each entity's difference counted as above zero", "अनिर्णीत बिंदु के दूसरे अर्थ से ऊपर की इकाइयों पर पड़ने वाला अंतर; हर इकाई का अंतर धनात्मक गिना गया है");
    internal static readonly Phrase ReadingUsed = new("Reading used", "प्रयुक्त अर्थ");
    internal static readonly Phrase ReadingOther = new("Other reading", "दूसरा अर्थ");
    internal static readonly Phrase TonnesDifferent = new("Difference, t CO2e", "अंतर, t CO2e");
    internal static readonly Phrase Standing = new("How well the draft is founded", "प्रारूप का आधार कितना दृढ़ है");
    internal static readonly Phrase StandingCaption = new("Values by force and evidence", "प्रभाव और साक्ष्य के अनुसार मान");
    internal static readonly Phrase What = new("What", "क्या");
    internal static readonly Phrase Force = new("Force", "प्रभाव");
    internal static readonly Phrase Evidence = new("Evidence", "साक्ष्य");
    internal static readonly Phrase Count = new("Count", "संख्या");

    internal static readonly Phrase Clauses = new("Clauses and points that want an answer", "खंड और उत्तर योग्य बिंदु");
    internal static readonly Phrase ClausesLead = new("{0} clauses carry the draft's rules, values and targets.", "प्रारूप के नियम, मान और लक्ष्य {0} खंडों पर आधारित हैं।");
    internal static readonly Phrase Apart = new("Clauses that pull apart", "परस्पर विरोधी खंड");
    internal static readonly Phrase NothingApart = new("No clause carries rules that answer in opposite ways, or values that differ in force.", "किसी खंड पर विपरीत उत्तर देने वाले नियम या भिन्न प्रभाव वाले मान आधारित नहीं हैं।");
    internal static readonly Phrase WithoutCase = new("Clauses of rules that no case reaches", "जिन खंडों के नियमों तक कोई उदाहरण नहीं पहुँचता");
    internal static readonly Phrase AllWithCase = new("Cases reach the rules of every clause.", "हर खंड के नियमों तक उदाहरण पहुँचते हैं।");
    internal static readonly Phrase WithoutValue = new("Clauses under which everything is unknown", "जिन खंडों के अधीन सब कुछ अज्ञात है");
    internal static readonly Phrase AllWithValue = new("Under every clause something is known.", "हर खंड के अधीन कुछ न कुछ ज्ञात है।");
    internal static readonly Phrase UnusedInstruments = new("Instruments that nothing rests on", "जिन लिखतों पर कुछ आधारित नहीं है");
    internal static readonly Phrase AllInstrumentsUsed = new("Something rests on every instrument that is listed.", "सूचीबद्ध हर लिखत पर कुछ न कुछ आधारित है।");
    internal static readonly Phrase Lint = new("Points that want an answer", "उत्तर योग्य बिंदु");
    internal static readonly Phrase Remarks = new("Remarks", "टिप्पणियाँ");
    internal static readonly Phrase LintClean = new("Nothing was found.", "कुछ नहीं मिला।");

    internal static readonly Phrase Cases = new("Cases", "उदाहरण");
    internal static readonly Phrase CasesDiffer = new("Cases answered otherwise than before", "जिन उदाहरणों का उत्तर पहले से भिन्न है");
    internal static readonly Phrase NoCasesDiffer = new("Every case of the ruleset before is answered as before.", "पिछले नियम-समूह के हर उदाहरण का उत्तर पहले जैसा है।");
    internal static readonly Phrase CasesDifferCaption = new("Cases of the ruleset before, asked of the draft", "पिछले नियम-समूह के उदाहरण, प्रारूप से पूछे गए");
    internal static readonly Phrase OwnCases = new("The draft's own cases", "प्रारूप के अपने उदाहरण");
    internal static readonly Phrase CasesPass = new("{0} cases, {1} answered as expected.", "{0} उदाहरण, {1} का उत्तर अपेक्षानुसार।");
    internal static readonly Phrase CasesCaption = new("What the draft answers", "प्रारूप का उत्तर");
    internal static readonly Phrase Case = new("Case", "उदाहरण");
    internal static readonly Phrase Answer = new("Answer", "उत्तर");
    internal static readonly Phrase Reasons = new("Reasons", "कारण");
    internal static readonly Phrase AsExpected = new("As expected", "अपेक्षानुसार");
    internal static readonly Phrase Yes = new("yes", "हाँ");
    internal static readonly Phrase No = new("no", "नहीं");
    internal static readonly Phrase Permit = new("permit", "अनुमति");
    internal static readonly Phrase Deny = new("deny", "अस्वीकृति");
    internal static readonly Phrase Refer = new("refer to a person", "किसी व्यक्ति को संदर्भित");
    internal static readonly Phrase CannotBeAsked = new("cannot be asked", "पूछा नहीं जा सकता");
}
