using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Ccts.Browser.Tests;

/// <summary>The kit as a reader meets it: styles applied under the policy, light and dark, narrow and wide, on paper.</summary>
public sealed class KitInBrowserTests(KitServer kit) : IClassFixture<KitServer>
{
    public static IEnumerable<TheoryDataRow<string>> Pages => KitServer.Names.Select(n => new TheoryDataRow<string>(n));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Styles_are_applied_light_and_dark_and_nothing_else_is_asked_for(string page)
    {
        const string Ground = "return w.getComputedStyle(d.body).backgroundColor;";
        Assert.Equal("rgb(255, 255, 255)", await Measure(page, 1000, Ground));
        Assert.Equal("rgb(20, 21, 24)", await Measure(page, 1000, Ground, dark: true));
        Assert.All(kit.Asked, path => Assert.True(path.StartsWith("/measure/", StringComparison.Ordinal) || KitServer.Names.Contains(path[1..]), path));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_runs_over_the_side_of_a_screen(string page)
    {
        foreach (var width in new[] { 360, 768, 1280, 1920 })
        {
            Assert.Equal(width.ToString(CultureInfo.InvariantCulture), await Measure(page, width, "return d.documentElement.scrollWidth;"));
        }
    }

    [Theory]
    [InlineData("gazette.html")]
    [InlineData("gazette.hi.html")]
    public async Task A_narrow_screen_shows_what_a_dash_means_without_scrolling_sideways(string page)
    {
        const string Widest = "return Math.ceil(Math.max(...[...d.querySelectorAll('caption')].map(c=>c.getBoundingClientRect().right)));";
        Assert.InRange(int.Parse(await Measure(page, 390, Widest), CultureInfo.InvariantCulture), 200, 390);
    }

    [Theory]
    [InlineData("index.html", false)]
    [InlineData("index.html", true)]
    [InlineData("gazette.hi.html", true)]
    [InlineData("assessment.html", false)]
    [InlineData("assessment.hi.html", true)]
    [InlineData("form-e2.html", true)]
    [InlineData("gate.html", false)]
    [InlineData("gate.html", true)]
    [InlineData("position.html", true)]
    [InlineData("account.html", false)]
    [InlineData("account.hi.html", true)]
    [InlineData("group.html", false)]
    [InlineData("group.hi.html", true)]
    [InlineData("plan.html", true)]
    public async Task Every_text_stands_out_from_its_ground(string page, bool dark)
    {
        // Contrast after WCAG 2: at least 4.5 to 1 for every element that holds text of its own.
        const string Worst = """
            const rgb=c=>c.match(/[\d.]+/g).map(Number),
              lum=c=>rgb(c).slice(0,3).map(v=>{v/=255;return v<=.03928?v/12.92:Math.pow((v+.055)/1.055,2.4)}).reduce((s,v,i)=>s+v*[.2126,.7152,.0722][i],0),
              ground=e=>{for(;e;e=e.parentElement){const c=w.getComputedStyle(e).backgroundColor;if(rgb(c)[3]!==0)return c}return 'rgb(255,255,255)'};
            let worst=99;
            for(const e of d.querySelectorAll('body *')){
              if(![...e.childNodes].some(n=>n.nodeType===3&&n.data.trim())||e.closest('rect'))continue;
              const s=w.getComputedStyle(e),a=lum(e.closest('svg')?s.fill:s.color),b=lum(ground(e));
              worst=Math.min(worst,(Math.max(a,b)+.05)/(Math.min(a,b)+.05));
            }
            return worst;
            """;
        var worst = decimal.Parse(await Measure(page, 1000, Worst, dark), CultureInfo.InvariantCulture);
        Assert.True(worst >= 4.5m, $"the faintest text stands out {worst} to 1");
    }

    [Theory]
    [InlineData("index.html", 595)]
    [InlineData("gazette.html", 842)]
    [InlineData("assessment.html", 595)]
    [InlineData("form-e2.html", 595)]
    [InlineData("account.hi.html", 595)]
    [InlineData("group.html", 595)]
    [InlineData("plan.html", 595)]
    public async Task A_page_prints_on_A4_and_the_schedule_in_landscape(string page, int width)
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".pdf");
        try
        {
            await Chromium.Run("--no-pdf-header-footer", "--print-to-pdf=" + file, kit.Address + page);
            var pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            var box = Regex.Match(pdf, @"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", RegexOptions.None, TimeSpan.FromSeconds(5));
            Assert.True(box.Success);
            Assert.InRange(decimal.Parse(box.Groups[1].Value, CultureInfo.InvariantCulture), width - 2, width + 2);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("assessment.html")]
    [InlineData("account.html")]
    [InlineData("account.hi.html")]
    [InlineData("position.html")]
    public async Task Figures_of_a_drawing_stay_large_enough_to_read_on_a_phone(string page)
    {
        const string Smallest = "return Math.min(...[...d.querySelectorAll('svg text')].map(t=>t.getBoundingClientRect().height));";
        Assert.InRange(decimal.Parse(await Measure(page, 360, Smallest), CultureInfo.InvariantCulture), 9m, 40m);
    }

    [Theory]
    [InlineData("account.html", false)]
    [InlineData("account.html", true)]
    public async Task A_code_is_dark_on_light_whatever_the_page_is(string page, bool dark)
    {
        const string Colours = "return w.getComputedStyle(d.querySelector('.qr-paper')).fill+' '+w.getComputedStyle(d.querySelector('.qr-ink')).fill;";
        Assert.Equal("rgb(255, 255, 255) rgb(0, 0, 0)", await Measure(page, 1000, Colours, dark));
    }

    private async Task<string> Measure(string page, int width, string script, bool dark = false)
    {
        var shown = await Chromium.Run("--blink-settings=preferredColorScheme=" + (dark ? 0 : 1), "--window-size=1400,1000", "--dump-dom", kit.Measuring(page, width, script.Replace("\"", "'", StringComparison.Ordinal)));
        var text = Regex.Replace(shown[shown.IndexOf("<body", StringComparison.Ordinal)..], "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        return text.Trim();
    }
}
