using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>States and union territories by the codes of ISO 3166-2:IN. Codes changed, and registration numbers keep the old ones.</summary>
internal static class StateCodes
{
    private const string All = "AN Andaman and Nicobar Islands,AP Andhra Pradesh,AR Arunachal Pradesh,AS Assam,BR Bihar,CH Chandigarh,CT Chhattisgarh,DD Daman and Diu,DH Dadra and Nagar Haveli and Daman and Diu,DL Delhi,DN Dadra and Nagar Haveli,GA Goa,GJ Gujarat,HP Himachal Pradesh,HR Haryana,JH Jharkhand,JK Jammu and Kashmir,KA Karnataka,KL Kerala,LA Ladakh,LD Lakshadweep,MH Maharashtra,ML Meghalaya,MN Manipur,MP Madhya Pradesh,MZ Mizoram,NL Nagaland,OR Odisha,PB Punjab,PY Puducherry,RJ Rajasthan,SK Sikkim,TG Telangana,TN Tamil Nadu,TR Tripura,UP Uttar Pradesh,UT Uttarakhand,WB West Bengal";

    /// <summary>Codes of one state: renamed, or of states merged or divided since numbers were given.</summary>
    private static readonly string[][] OfOneState = [["OR", "OD"], ["TG", "TS"], ["UT", "UK", "UA"], ["CT", "CG"], ["DH", "DN", "DD"], ["JK", "LA"]];

    private static readonly Dictionary<string, string> ByName = All.Split(',').ToDictionary(s => Letters(s.Substring(3)), s => s.Substring(0, 2), StringComparer.Ordinal);

    /// <summary>Whether a code is that of a state.</summary>
    internal static bool IsKnown(string code) => ByName.ContainsValue(code) || OfOneState.Any(c => c.Contains(code, StringComparer.Ordinal));

    /// <summary>The code of a state from a printed code or name; null if it is neither.</summary>
    internal static string? Of(string state) => state.Length == 2 ? state : ByName.TryGetValue(Letters(state), out var code) ? code : null;

    /// <summary>Whether two codes are of one state.</summary>
    internal static bool AreOne(string one, string other) => one == other || OfOneState.Any(c => c.Contains(one, StringComparer.Ordinal) && c.Contains(other, StringComparer.Ordinal));

    // Some prints have "&" for "and".
    private static string Letters(string name) => string.Concat(name.ToLowerInvariant().Replace("&", "and").Where(char.IsLetter));
}
