using Ccts.Rules.Authoring.Publishing.Wording;

namespace Ccts.Rules.Authoring.Publishing.Charts;

/// <summary>The words of the charts.</summary>
internal static class ChartPhrases
{
    internal static readonly Phrase Distribution = new("How far targets lie below the baseline", "लक्ष्य आधार तीव्रता से कितने नीचे हैं");
    internal static readonly Phrase DistributionNote = new("Number of entities by the cut that their target asks for, in steps of {0}. Grey: before. Blue: this draft.", "लक्ष्य द्वारा माँगी गई कमी के अनुसार इकाइयों की संख्या, {0} के अंतराल में। धूसर: पहले। नीला: यह प्रारूप।");
    internal static readonly Phrase Entities = new("{0} entities before, {1} in this draft", "पहले {0} इकाइयाँ, इस प्रारूप में {1}");
    internal static readonly Phrase Before = new("before", "पहले");
    internal static readonly Phrase Draft = new("this draft", "यह प्रारूप");
    internal static readonly Phrase Movers = new("Entities whose certificates change most", "जिन इकाइयों के प्रमाणपत्र सबसे अधिक बदलते हैं");
    internal static readonly Phrase MoversNote = new("Change in certificates, t CO2e. Below zero: fewer to be issued or more to be surrendered.", "प्रमाणपत्रों में परिवर्तन, t CO2e। शून्य से कम: कम जारी होंगे या अधिक अभ्यर्पित करने होंगे।");
    internal static readonly Phrase Sectors = new("Tonnes short and long by sector", "क्षेत्रवार कमी और अधिशेष (टन)");
    internal static readonly Phrase SectorsNote = new("Certificates to be surrendered stand to the left of the line, certificates to be issued to the right, t CO2e. Grey: before. Blue: this draft.", "अभ्यर्पित किए जाने वाले प्रमाणपत्र रेखा के बाईं ओर हैं, जारी होने वाले दाईं ओर, t CO2e। धूसर: पहले। नीला: यह प्रारूप।");
}
