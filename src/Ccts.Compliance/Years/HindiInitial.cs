using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Compliance.Years;

/// <summary>Initials as Hindi writes them, by the English name of the letter: "आर. शर्मा" is R. Sharma, and may be राकेश शर्मा.</summary>
internal static class HindiInitial
{
    private static readonly Dictionary<string, string> Letters = "ए:अआए बी:बभ सी:सचकछ डी:दडधढ ई:इईए एफ:फ जी:गजघ एच:ह आई:इईआ जे:जझ के:कखक्ष एल:ल एम:म एन:न ओ:ओऔ पी:पफ क्यू:क आर:रऋ एस:सशष टी:तटथठ यू:उऊय वी:वभ डब्ल्यू:व वाई:य जेड:ज"
        .Split(' ').Select(l => l.Split(':')).ToDictionary(l => PlainName.Key(l[0]), l => l[1], StringComparer.Ordinal);

    /// <summary>Whether a word is the name of a letter with which a name in Devanagari begins.</summary>
    internal static bool Begins(string word, string name) => name.Length > 0 && Letters.TryGetValue(word, out var sounds) && sounds.Contains(name[0]);
}
