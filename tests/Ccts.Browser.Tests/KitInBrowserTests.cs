using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Ccts.Browser.Tests;

/// <summary>The kit as a reader meets it: styles applied under the policy, light and dark, narrow and wide, on paper.</summary>
public sealed class KitInBrowserTests(KitServer kit, Chromium browser) : IClassFixture<KitServer>, IClassFixture<Chromium>
{
    public static IEnumerable<TheoryDataRow<string>> Signed => SignedPages.Names.Select(n => new TheoryDataRow<string>(n));

    public static IEnumerable<TheoryDataRow<string, bool>> PagesInBothColours => KitServer.Names.SelectMany(n => new TheoryDataRow<string, bool>[] { new(n, false), new(n, true) });

    [Theory]
    [InlineData("gazette.html")]
    [InlineData("gazette.hi.html")]
    public async Task A_narrow_screen_shows_what_a_dash_means_without_scrolling_sideways(string page)
    {
        const string Widest = "return Math.ceil(Math.max(...[...d.querySelectorAll('caption')].map(c=>c.getBoundingClientRect().right)));";
        Assert.InRange(int.Parse(await Measure(page, 390, Widest), CultureInfo.InvariantCulture), 200, 390);
    }

    /// <summary>What changes is read on a phone value by value, not by scrolling a row whose columns lie beyond the side.</summary>
    [Theory]
    [InlineData("index.html")]
    [InlineData("index.hi.html")]
    public async Task A_phone_shows_every_value_of_the_kit_within_its_width(string page)
    {
        const string Beyond = "return [...d.querySelectorAll('.rows td')].filter(c=>c.getBoundingClientRect().right>320).map(c=>c.textContent).join()||'none of '+(d.querySelectorAll('.rows td').length>50);";
        Assert.Equal("none of true", await Measure(page, 320, Beyond));
    }

    /// <summary>A table of more columns than a phone has room for is stacked there: no cell lies beyond the side, none is cut.</summary>
    [Theory]
    [InlineData("certificate.html")]
    [InlineData("certificate.hi.html")]
    [InlineData("group.html")]
    [InlineData("group.hi.html")]
    [InlineData("account.html")]
    [InlineData("position.html")]
    [InlineData("form-a.html")]
    public async Task A_phone_shows_every_cell_of_a_wide_table(string page)
    {
        const string Beyond = "return [...d.querySelectorAll('.stack td,.stack tbody th,.form td,.form tbody th')].filter(c=>{const b=c.getBoundingClientRect();return b.width>0&&(b.left<0||b.right>320||c.scrollWidth>Math.ceil(b.width)+1)}).map(c=>c.textContent).join()||'none of '+(d.querySelectorAll('.stack td,.form.grid td').length>3);";
        Assert.Equal("none of true", await Measure(page, 320, Beyond));
    }

    /// <summary>Styles are applied and nothing else is asked for; at four widths nothing runs over the side, and every text stands out from its ground: WCAG 2 asks for 4.5 to 1.</summary>
    [Theory]
    [MemberData(nameof(PagesInBothColours))]
    public async Task A_page_fits_every_screen_and_every_text_stands_out(string page, bool dark)
    {
        const string Fits = """
            const wide=[320,768,1024,1440].filter(x=>{f.style.width=x+'px';return d.documentElement.scrollWidth!==x});
            const rgb=c=>c.match(/[\d.]+/g).map(Number),
              lum=c=>rgb(c).slice(0,3).map(v=>{v/=255;return v<=.03928?v/12.92:Math.pow((v+.055)/1.055,2.4)}).reduce((s,v,i)=>s+v*[.2126,.7152,.0722][i],0),
              ground=e=>{for(;e;e=e.parentElement){const c=w.getComputedStyle(e).backgroundColor;if(rgb(c)[3]!==0)return c}return 'rgb(255,255,255)'};
            let faint='';
            for(const e of d.querySelectorAll('body *')){
              if(![...e.childNodes].some(n=>n.nodeType===3&&n.data.trim())||e.closest('rect'))continue;
              const s=w.getComputedStyle(e),a=lum(e.closest('svg')?s.fill:s.color),b=lum(ground(e));
              if((Math.max(a,b)+.05)/(Math.min(a,b)+.05)<4.5)faint=e.textContent;
            }
            return w.getComputedStyle(d.body).backgroundColor+'; over: '+wide+'; faint: '+faint;
            """;
        Assert.Equal($"{(dark ? "rgb(20, 21, 24)" : "rgb(255, 255, 255)")}; over: ; faint:", await Measure(page, 320, Fits, dark));
        Assert.All(kit.Asked, path => Assert.True(path.StartsWith("/measure/", StringComparison.Ordinal) || KitServer.Names.Contains(path[1..]), path));
    }

    /// <summary>On the smallest phone nothing has to be scrolled sideways, and at no width is a word or a figure broken inside.</summary>
    [Theory]
    [MemberData(nameof(Signed))]
    public async Task No_word_of_a_signed_page_is_broken_and_no_column_cut(string page)
    {
        const string Broken = """
            const bad=[],nodes=[],walk=d.createTreeWalker(d.body,4);
            for(let n;n=walk.nextNode();)if(n.data.trim()&&!n.parentElement.closest('code,svg'))nodes.push(n);
            for(const x of [320,768,1024,1440]){
              f.style.width=x+'px';
              for(const s of x===320?d.querySelectorAll('.scroll'):[])if(s.scrollWidth>s.clientWidth+1)bad.push(x+' cut '+s.getAttribute('aria-label'));
              for(const n of nodes)for(const m of n.data.matchAll(/[^\s()–\/-]+/g)){
                if(m[0].length>24)continue;
                const r=d.createRange();r.setStart(n,m.index);r.setEnd(n,m.index+m[0].length);
                const all=[...r.getClientRects()];
                if(all.length>1&&all.at(-1).top-all[0].top>3)bad.push(x+' broken '+m[0]);
              }
            }
            return [...new Set(bad)].join('; ')||'none';
            """;
        Assert.Equal("none", await Measure(page, 320, Broken));
    }

    /// <summary>One heading of the page, no level left out, tables with headings, drawings and scrolled regions with names, columns of figures under their titles.</summary>
    [Theory]
    [MemberData(nameof(Signed))]
    public async Task A_signed_page_can_be_read_without_seeing_it(string page)
    {
        const string Faults = """
            const bad=[],all=q=>[...d.querySelectorAll(q)],levels=all('h1,h2,h3,h4').map(h=>+h.tagName[1]);
            if(!['en','hi'].includes(d.documentElement.lang))bad.push('language');
            if(!d.title.trim())bad.push('title');
            if(levels.filter(l=>l===1).length!==1||levels[0]!==1||levels.some((l,i)=>i>0&&l>levels[i-1]+1))bad.push('headings '+levels);
            if(all('main').length!==1)bad.push('main');
            for(const t of all('table')){
              const head=[...t.querySelectorAll('thead th')];
              if(!head.length||head.some(h=>h.scope!=='col'||!h.textContent.trim()))bad.push('head of '+t.textContent.slice(0,30));
              if([...t.querySelectorAll('tbody tr')].some(r=>r.children.length!==head.length||!r.querySelector('th[scope=row]')))bad.push('rows of '+t.textContent.slice(0,30));
            }
            for(const s of all('svg'))if(!s.hasAttribute('aria-hidden')&&!(s.getAttribute('role')==='img'&&s.getAttribute('aria-label')))bad.push('drawing');
            for(const r of all('.scroll'))if(!r.getAttribute('aria-label')||r.tabIndex!==0)bad.push('region');
            if(all('script,link,img,iframe,[src],[onclick],[style]').length)bad.push('something from outside');
            for(const n of all('tbody .number')){const t=d.createRange();t.selectNodeContents(n);if(t.getClientRects().length>1)bad.push('broken figure '+n.textContent)}
            for(const c of all('td.number,td.number *'))if(/^\D*\d{4,}(\.\d+)?$/.test(c.textContent.trim()))bad.push('ungrouped '+c.textContent);
            for(const c of all('.form td,.form th'))if(/^(true|false|null|undefined|NaN)$/.test(c.textContent.trim()))bad.push('raw '+c.textContent);
            for(const s of all('.sign'))if(!/Signature|हस्ताक्षर/.test(s.textContent)||!/signatory|Name|designation|auditor|नाम/i.test(d.querySelector('main').textContent))bad.push('nobody signs');
            for(const c of all('.form .no'))if(c.scrollWidth>c.clientWidth+1)bad.push('number '+c.textContent);
            return bad.join('; ')||'none';
            """;
        Assert.Equal("none", await Measure(page, 320, Faults));
    }

    /// <summary>Joined letters are narrower than the same letters one by one, where the font has Hindi and the browser shapes it.</summary>
    [Fact]
    public async Task A_browser_joins_the_letters_of_Hindi()
    {
        const string Shaped = """
            const span=t=>{const p=d.createElement('p'),s=d.createElement('span');s.textContent=t;p.append(s);d.querySelector('main').append(p);return s.getBoundingClientRect().width};
            return ['प्रमाणपत्र','स्थिति','लक्ष्य'].filter(x=>span(x)>=[...x].map(span).reduce((a,b)=>a+b)).join()||'joined';
            """;
        Assert.Equal("joined", await Measure("account.hi.html", 768, Shaped));
    }

    [Theory]
    [InlineData("index.html", 595)]
    [InlineData("gazette.html", 842)]
    [InlineData("assessment.html", 595)]
    [InlineData("form-e2.html", 595)]
    [InlineData("form-verification.html", 595)]
    [InlineData("form-check.html", 595)]
    [InlineData("certificate.html", 595)]
    [InlineData("account.hi.html", 595)]
    [InlineData("group.html", 595)]
    [InlineData("year.html", 595)]
    [InlineData("form-plan.html", 595)]
    [InlineData("reconciliation.html", 595)]
    public async Task A_page_prints_on_A4_and_the_schedule_in_landscape(string page, int width)
    {
        var pdf = Encoding.Latin1.GetString(await browser.Print(kit.Address + page));
        var box = Regex.Match(pdf, @"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.True(box.Success);
        Assert.InRange(decimal.Parse(box.Groups[1].Value, CultureInfo.InvariantCulture), width - 2, width + 2);
    }

    /// <summary>On paper no page has a signature alone, a last line of the foot alone, or nothing: each form takes the pages that its parts fill.</summary>
    [Theory]
    [InlineData("form-a.html", 2)]
    [InlineData("form-b.html", 2)]
    [InlineData("form-c.html", 2)]
    [InlineData("form-d.html", 1)]
    [InlineData("form-e2.html", 3)]
    [InlineData("certificate.html", 1)]
    public async Task A_form_fills_the_pages_that_it_needs(string page, int pages)
    {
        var pdf = Encoding.Latin1.GetString(await browser.Print(kit.Address + page));
        Assert.Equal(pages, Regex.Count(pdf, @"/MediaBox \[", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    /// <summary>What a certificate says is read as text, in full width on a phone, and not squeezed into a cell of a table.</summary>
    [Theory]
    [InlineData("form-b.html", 7)]
    [InlineData("form-c.html", 6)]
    [InlineData("form-a.html", 2)]
    [InlineData("form-e2.html", 1)]
    public async Task What_is_signed_stands_before_the_signature_as_text(string page, int sentences)
    {
        const string Said = "const s=[...d.querySelectorAll('.signed .said')];return s.length+' '+s.every(p=>p.getBoundingClientRect().width>270&&!p.closest('table'))+' '+(s.at(-1).compareDocumentPosition(d.querySelector('.sign'))===4);";
        Assert.Equal($"{sentences} true true", await Measure(page, 320, Said));
    }

    /// <summary>A reconciliation is read by people: classes are words, and tonnes are grouped.</summary>
    [Fact]
    public async Task A_reconciliation_has_words_and_grouped_tonnes()
    {
        const string Raw = "return [...d.querySelectorAll('th,td,small')].map(c=>c.textContent.trim()).filter(t=>/^[a-z]+-[a-z-]+$/.test(t)||/^\\d{4,}$/.test(t)).join()||'none of '+[...d.querySelectorAll('td.number')].filter(c=>c.textContent.includes(',')).length;";
        Assert.Equal("none of 2", await Measure("reconciliation.html", 768, Raw));
    }

    [Theory]
    [InlineData("assessment.html")]
    [InlineData("account.html")]
    [InlineData("account.hi.html")]
    [InlineData("position.html")]
    public async Task Figures_of_a_drawing_stay_large_enough_to_read_on_a_phone(string page)
    {
        const string Smallest = "return Math.min(...[...d.querySelectorAll('svg text')].map(t=>t.getBoundingClientRect().height));";
        Assert.InRange(decimal.Parse(await Measure(page, 320, Smallest), CultureInfo.InvariantCulture), 11m, 40m);
    }

    [Theory]
    [InlineData("account.html", false)]
    [InlineData("account.html", true)]
    public async Task A_code_is_dark_on_light_whatever_the_page_is(string page, bool dark)
    {
        const string Colours = "return w.getComputedStyle(d.querySelector('.qr-paper')).fill+' '+w.getComputedStyle(d.querySelector('.qr-ink')).fill;";
        Assert.Equal("rgb(255, 255, 255) rgb(0, 0, 0)", await Measure(page, 1000, Colours, dark));
    }

    private async Task<string> Measure(string page, int width, string script, bool dark = false) =>
        (await browser.Text(kit.Measuring(page, width, script.Replace("\"", "'", StringComparison.Ordinal)), dark)).Trim();
}
