namespace Ccts.Rules.Authoring.Publishing.Wording;

/// <summary>The words that stand on every page.</summary>
internal static class FramePhrases
{
    internal static readonly Phrase Scheme = new("Carbon Credit Trading Scheme", "कार्बन क्रेडिट ट्रेडिंग स्कीम");
    internal static readonly Phrase NotLaw = new("For consultation. Nothing on this page binds; only what is notified in the gazette does.", "परामर्श के लिए। इस पृष्ठ की कोई बात बाध्यकारी नहीं है; केवल राजपत्र में अधिसूचित पाठ बाध्यकारी है।");
    internal static readonly Phrase HindiUnreviewed = new("The Hindi text of this page has not been reviewed by a speaker. Titles stand in Hindi where the ruleset has them, else in English and marked so; what else the ruleset says stands in its own language.", "इस पृष्ठ का हिंदी पाठ अभी किसी हिंदी भाषी द्वारा समीक्षित नहीं है। शीर्षक वहाँ हिंदी में हैं जहाँ नियम-समूह में दिए गए हैं, अन्यथा अंग्रेज़ी में और इसी रूप में चिह्नित; नियम-समूह का शेष पाठ उसकी मूल भाषा में दिया गया है।");
    internal static readonly Phrase Skip = new("To the content", "मुख्य सामग्री पर जाएँ");
    internal static readonly Phrase Pages = new("Pages", "पृष्ठ");
    internal static readonly Phrase Overview = new("Consultation paper", "परामर्श पत्र");
    internal static readonly Phrase Gazette = new("Schedule for the gazette", "राजपत्र के लिए अनुसूची");
    internal static readonly Phrase InThisLanguage = new("In English", "हिंदी में");
    internal static readonly Phrase Ruleset = new("Ruleset", "नियम-समूह");
    internal static readonly Phrase Identity = new("Identity", "पहचान");
    internal static readonly Phrase Revision = new("{0}, revision {1}, {2}", "{0}, संशोधन {1}, {2}");
    internal static readonly Phrase Published = new("Published", "प्रकाशन तिथि");
    internal static readonly Phrase Effective = new("Effective from", "प्रभावी तिथि");
    internal static readonly Phrase Footer = new("Made from the data of {0}, revision {1}, {2}. The same data give the same page, byte for byte.", "{0}, संशोधन {1}, {2} के आँकड़ों से बना। समान आँकड़ों से यही पृष्ठ, बाइट दर बाइट, बनता है।");
}
