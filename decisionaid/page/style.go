package page

// style is the whole style of a page: light, dark, forced colours, narrow, wide, print. Colours are custom properties,
// which a host may set again. Lengths follow the reader's text size, and sides follow the direction of the text. It has
// neither < nor &, so that the page stays well-formed XML.
const style = styleLight + styleDark + styleText + styleTables + stylePictures + styleForms + styleMedia + styleLarge

// Every pair of a text and what it stands on has a contrast of at least 4.5 to 1, and every border that means something 3
// to 1; a test works that out.
const styleLight = `
.wm-page{--wm-ink:#1f2a33;--wm-soft:#4b5a65;--wm-paper:#ffffff;--wm-ground:#f0f4f5;--wm-line:#d5dde1;--wm-edge:#5f707b;--wm-link:#00569d;--wm-band:#0b4a82;--wm-band-ink:#ffffff;--wm-tint:#e9f2f9;--wm-good:#006b39;--wm-warn:#8a3d00;--wm-warn-tint:#fff5e0;--wm-focus:#ffdd00;--wm-focus-ink:#1f2a33}
`

const styleDark = `@media screen and (prefers-color-scheme:dark){
.wm-page{--wm-ink:#e6ecf0;--wm-soft:#b3c0c9;--wm-paper:#1a232a;--wm-ground:#11181d;--wm-line:#34424c;--wm-edge:#8496a2;--wm-link:#8cc4f7;--wm-band:#12344f;--wm-band-ink:#ffffff;--wm-tint:#20303c;--wm-good:#6fd39c;--wm-warn:#f3b56b;--wm-warn-tint:#33280f;--wm-focus:#ffdd00;--wm-focus-ink:#11181d}
.wm-picture [stroke="#fff"]{stroke:#1a232a}
.wm-picture [stroke="#0b0c0c"]{stroke:#e6ecf0}
.wm-picture [fill="#0b0c0c"]{fill:#e6ecf0}
.wm-picture [stroke="#1d4f91"]{stroke:#8cc4f7}
.wm-picture [fill="#1d4f91"]{fill:#8cc4f7}
.wm-picture [stroke="#5b6770"]{stroke:#a3b3bd}
.wm-picture [stroke="#00703c"]{stroke:#6fd39c}
.wm-picture [stroke="#b10e1e"]{stroke:#ff9c94}
.wm-picture [stroke="#8a4b00"]{stroke:#f3b56b}
.wm-picture [fill="#6f9fd8"]{fill:#2b568c}
}
`

const styleText = `
.wm-page,.wm-page *{box-sizing:border-box}
.wm-page [hidden]{display:none!important}
.wm-page{--wm-text:1.125rem;--wm-small:1rem;margin:0;color:var(--wm-ink);background:var(--wm-ground);font:400 var(--wm-text)/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%;text-size-adjust:100%}
.wm-page h1,.wm-page h2,.wm-page h3,.wm-page h4,.wm-page h5,.wm-page h6{margin:0 0 .6em;line-height:1.25;font-weight:650;text-wrap:balance}
.wm-page h2{font-size:max(1.6rem,calc(var(--wm-text)*1.25))}
.wm-page h3{font-size:max(1.3rem,calc(var(--wm-text)*1.12))}
.wm-page h4{font-size:max(1.2rem,calc(var(--wm-text)*1.06))}
.wm-page h5,.wm-page h6{font-size:max(1.125rem,var(--wm-text))}
.wm-page p,.wm-list{margin:0 0 1em;max-width:42rem}
.wm-list{padding-inline-start:1.4em}
.wm-list li{margin-bottom:.4em}
.wm-page a{color:var(--wm-link);text-underline-offset:.15em}
.wm-page a:hover{text-decoration-thickness:.15em}
.wm-page a.wm-term{color:inherit;text-decoration:underline dotted var(--wm-edge) .1em}
.wm-page :focus-visible{outline:.2rem solid var(--wm-focus);outline-offset:0;box-shadow:0 0 0 .35rem var(--wm-focus-ink);border-radius:.1rem}
.wm-page .wm-main:focus{outline:none;box-shadow:none}
.wm-page :target{scroll-margin-top:1rem}
.wm-skip{position:absolute;inset-inline-start:1rem;top:-6rem;padding:.6rem 1rem;background:var(--wm-paper);z-index:1}
.wm-skip:focus{top:.6rem}
.wm-header{background:var(--wm-band);color:var(--wm-band-ink)}
.wm-within,.wm-contents,.wm-main{max-width:68rem;margin-inline:auto;padding-inline:1rem}
.wm-header .wm-within{padding-block:2rem 1.6rem}
.wm-page .wm-title{font-size:max(clamp(1.8rem,1.3rem + 2.2vw,2.6rem),calc(var(--wm-text)*1.4));margin:0 0 .3em}
.wm-page .wm-lead{font-size:max(1.2rem,var(--wm-text));margin:0 0 .4em}
.wm-tools{display:flex;flex-wrap:wrap;gap:.6rem;padding-block:.6rem .2rem}
.wm-tools button{font:inherit;font-size:var(--wm-small);min-height:2.75rem;padding:.3rem 1rem;color:inherit;background:none;border:.1rem solid;border-radius:.4rem;cursor:pointer}
.wm-tools button:hover{color:var(--wm-band);background:var(--wm-band-ink)}
.wm-contents{padding-block:1.2rem .4rem}
.wm-page .wm-contents-title{font-size:max(1.125rem,var(--wm-text));margin:0 0 .3em}
.wm-contents ul{list-style:none;margin:0;padding:0;columns:16rem auto;column-gap:2rem}
.wm-contents li{break-inside:avoid}
.wm-contents a{display:inline-block;padding-block:.2rem}
.wm-main{padding-block:1rem 2rem}
.wm-main>*{margin-block:0 1.2rem}
.wm-section{margin-block:0 1.6rem}
.wm-main>.wm-section,.wm-main>.wm-refused{background:var(--wm-paper);border:1px solid var(--wm-line);border-radius:.6rem;padding:1.5rem 1.6rem}
.wm-page :is(.wm-section,.wm-note,.wm-refused,.wm-finding,.wm-side,.wm-picture,.wm-picture figcaption,.wm-help,td)>:last-child{margin-bottom:0}
.wm-section summary{cursor:pointer;color:var(--wm-link);padding-block:.2rem}
.wm-section summary>*{display:inline;text-decoration:underline;text-underline-offset:.15em}
.wm-section[open]>summary{margin-bottom:.8rem}
.wm-cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14.5rem),1fr));gap:1rem;margin-bottom:1rem}
.wm-cards>.wm-section{margin:0;padding:1rem 1.2rem;border:1px solid var(--wm-line);border-block-start:.3rem solid var(--wm-band);border-radius:.4rem}
.wm-page .wm-cards>.wm-section>:is(h3,h4,h5,h6):first-child{font-size:max(1.25rem,calc(var(--wm-text)*1.1))}
.wm-page .wm-cards .wm-section .wm-section>:first-child{font-size:1.0625rem;margin-bottom:.2em}
.wm-cites{font-size:.75em;line-height:0;white-space:nowrap;margin-inline-start:.2em}
.wm-cites a{padding:.2em}
.wm-note,.wm-refused{padding:.9rem 1.2rem;margin:0 0 1.2rem;background:var(--wm-tint);border-inline-start:.35rem solid var(--wm-link);border-radius:.2rem}
.wm-note[data-kind="important"],.wm-refused{background:var(--wm-warn-tint);border-color:var(--wm-warn)}
.wm-note[data-kind="uncertain"]{background:none;border:.12rem dashed var(--wm-edge)}
.wm-page .wm-note-title{font-weight:650;margin-bottom:.3em}
.wm-finding{padding:.8rem 1.2rem;margin:0 0 1rem;border:1px solid var(--wm-line);border-inline-start:.35rem dotted var(--wm-edge);border-radius:.2rem}
.wm-finding[data-state="met"]{border-inline-start:.35rem solid var(--wm-good)}
.wm-finding[data-state="not-met"]{border-inline-start:.35rem double var(--wm-edge)}
.wm-finding[data-state="not-applicable"]{border-inline-start:.35rem solid var(--wm-line)}
.wm-finding[data-state="alert"]{border:.15rem solid var(--wm-warn);border-inline-start-width:.35rem;background:var(--wm-warn-tint)}
.wm-page .wm-finding-title{margin-bottom:.4em}
.wm-finding .wm-name{font-weight:650;margin-inline-end:.4em}
.wm-state{display:inline-block;font-weight:600;font-size:var(--wm-small);padding:0 .6em;border:.1rem solid var(--wm-edge);border-radius:1em;background:var(--wm-paper)}
.wm-framing{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1rem;margin:0 0 1.2rem;max-width:46rem}
.wm-page .wm-framing-title{grid-column:1/-1;font-weight:650;margin-bottom:-.4rem}
.wm-side{padding:.8rem 1.2rem;background:var(--wm-tint);border-radius:.4rem}
.wm-page .wm-side-label,.wm-page .wm-detail{color:var(--wm-soft);font-size:var(--wm-small);margin-bottom:.3em}
.wm-facts,.wm-glossary{margin:0 0 1rem}
.wm-facts>div{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:0 1rem;padding-block:.4rem}
.wm-facts>div+div,.wm-glossary>div+div{border-top:1px solid var(--wm-line)}
.wm-facts dt,.wm-glossary dt{font-weight:650}
.wm-facts dd,.wm-glossary dd{margin:0}
.wm-facts dt{grid-row:1/span 40}
.wm-facts dd{grid-column:2}
.wm-facts dd+dd{margin-block-start:.4em}
.wm-glossary>div{padding:.6rem .4rem;max-width:42rem}
.wm-glossary>div:target,.wm-sources li:target{background:var(--wm-tint)}
.wm-sources{padding-inline-start:1.8em;margin:0 0 1rem;font-size:var(--wm-small)}
.wm-sources li{padding:.3rem .4rem;max-width:52rem}
.wm-footer{border-top:1px solid var(--wm-line);background:var(--wm-paper)}
.wm-footer .wm-within{padding-block:1.4rem;font-size:var(--wm-small)}
`

// Columns are of one width, but for that of a table's row headers, since words may break anywhere and a heading would else be
// broken before its column is widened.
// On a narrow screen each row becomes a card, with the column's name above each cell or beside a short one, and the head of a grid one that lists
// the options. The corner is hidden from the eye alone: a screen reader counts columns, and without it would give every
// number the name of the next option. A grid of more options than a wide
// screen has room for is made of such cards everywhere.
const styleTables = `
.wm-table,.wm-grid{width:100%;border-collapse:collapse;margin:0 0 1.4rem;font-size:var(--wm-small);line-height:1.5}
.wm-table caption,.wm-grid caption{text-align:start;font-weight:650;font-size:max(1.125rem,var(--wm-text));padding-bottom:.6rem}
.wm-table th,.wm-table td,.wm-grid th,.wm-grid td{text-align:start;vertical-align:top;padding:.75rem .8rem;border-bottom:1px solid var(--wm-line);font-weight:400}
.wm-table th,.wm-grid .wm-name{font-weight:650}
.wm-table,.wm-grid{table-layout:fixed}
.wm-table th,.wm-table td{padding-inline:.6rem}
.wm-table thead tr>:first-child{width:22%}
.wm-grid thead th,.wm-grid thead td,.wm-table thead th,.wm-table thead td{background:var(--wm-tint);border-bottom:.15rem solid var(--wm-edge)}
.wm-grid td{border-inline-start:1px solid var(--wm-line)}
.wm-grid .wm-name,.wm-grid .wm-summary,.wm-grid .wm-kind{display:block}
.wm-grid .wm-summary,.wm-grid .wm-kind{color:var(--wm-soft);font-size:var(--wm-small)}
.wm-grid p{margin-bottom:.4em}
.wm-page .wm-figure{font-size:max(1.45rem,calc(var(--wm-text)*1.2));font-weight:650;line-height:1.25;margin-bottom:.25em;font-variant-numeric:tabular-nums}
.wm-page .wm-unknown{display:inline-block;font-weight:650;padding:0 .6em;border:.12rem dashed var(--wm-edge);border-radius:.2rem}
.wm-of{display:none}
@media screen{
.wm-grid[data-options="6"],.wm-grid[data-options="6"] :is(thead,tbody,th,td,caption,.wm-of){display:block}
.wm-grid[data-options="6"] tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,12rem),1fr));border:1px solid var(--wm-line);border-radius:.4rem;margin-bottom:1rem;overflow:hidden}
.wm-page .wm-grid[data-options="6"] thead :is(th,td):first-child{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
.wm-grid[data-options="6"] tbody th{grid-column:1/-1;background:var(--wm-tint);border-bottom:.15rem solid var(--wm-edge)}
}
@media screen and (max-width:43.99rem){
.wm-table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.wm-page :is(.wm-table,.wm-grid),.wm-page :is(.wm-table,.wm-grid) :is(tbody,tr,th,td,caption,.wm-of),.wm-grid thead{display:block}
.wm-page :is(.wm-table,.wm-grid) tr{border:1px solid var(--wm-line);border-radius:.4rem;margin-bottom:1rem;overflow:hidden}
.wm-page :is(.wm-table,.wm-grid) tbody th{background:var(--wm-tint);border-bottom:.15rem solid var(--wm-edge)}
.wm-page :is(.wm-table,.wm-grid) td:last-child{border-bottom:0}
.wm-page .wm-table td{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.wm-page .wm-grid thead :is(th,td):first-child{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
.wm-page .wm-grid thead :is(th,td){border-bottom:1px solid var(--wm-line)}
.wm-grid td{border-inline-start:0}
}
.wm-of{font-weight:650;color:var(--wm-soft)}
`

const stylePictures = `
.wm-pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1rem;margin:0 0 1.4rem}
.wm-page .wm-pictures-caption{grid-column:1/-1;color:var(--wm-soft);margin:0}
.wm-picture{margin:0;padding:1rem;border:1px solid var(--wm-line);border-radius:.4rem;background:var(--wm-paper)}
.wm-page .wm-picture-title{font-weight:650;margin-bottom:.6em}
.wm-picture svg{display:block;max-width:100%;height:auto;margin-bottom:.8rem}
.wm-picture figcaption{font-size:var(--wm-small)}
.wm-picture figcaption p{margin-bottom:.5em}
`

const styleForms = `
.wm-form{margin:0 0 1.4rem}
.wm-page .wm-form-title{font-weight:650}
.wm-question{border:0;margin:0;padding:1rem 0;min-width:0;border-top:1px solid var(--wm-line)}
.wm-ask{display:block;font-weight:600;padding:0;margin-bottom:.3rem}
.wm-question legend{float:inline-start;width:100%}
.wm-question legend+*{clear:both}
.wm-help{font-size:var(--wm-small);color:var(--wm-soft)}
.wm-page .wm-help p{margin-bottom:.4em}
.wm-page .wm-ends{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;max-width:34rem}
.wm-answers label{display:flex;gap:.7rem;align-items:center;min-height:2.75rem;padding:.2rem 0}
.wm-scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(2.75rem,1fr));max-width:34rem}
.wm-scale label{display:flex;flex-direction:column;align-items:center;padding:.4rem 0;min-height:3.6rem}
.wm-form input[type=radio]{width:1.4rem;height:1.4rem;margin:0;flex:none;accent-color:var(--wm-link)}
.wm-number,.wm-words{font:inherit;color:inherit;background:var(--wm-paper);border:.12rem solid var(--wm-edge);border-radius:.25rem;padding:.4rem .6rem;min-height:2.75rem}
.wm-number{width:7rem}
.wm-words{width:100%;max-width:42rem;display:block}
.wm-page .wm-share{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .8rem;margin:.6rem 0 0;font-size:var(--wm-small)}
.wm-track{flex:1 1 8rem;max-width:24rem;height:1rem;border:1px solid var(--wm-edge);border-radius:.2rem;overflow:hidden}
.wm-bar{display:block;height:100%;width:0;background:var(--wm-link);transition:width .2s}
.wm-page .wm-sum{padding:.7rem 1rem;background:var(--wm-tint);border-radius:.25rem;font-weight:600}
`

const styleMedia = `
@media (max-width:30rem){.wm-main{padding-inline:.5rem}.wm-main>.wm-section,.wm-main>.wm-refused{padding:1.1rem .8rem}.wm-main>p,.wm-main>.wm-list{padding-inline-end:.5rem;margin-inline-start:.5rem}.wm-cards>.wm-section{padding-inline:.7rem}.wm-picture{padding:.7rem .4rem}.wm-picture text{font-size:16.5px}.wm-facts>div{grid-template-columns:1fr}.wm-facts dt,.wm-facts dd{grid-area:auto}}
@media (prefers-reduced-motion:reduce){.wm-page *{transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){
.wm-picture svg{forced-color-adjust:none}
.wm-picture [stroke]{stroke:CanvasText}
.wm-picture [stroke="#fff"]{stroke:Canvas}
.wm-picture text{fill:CanvasText}
.wm-picture [fill="#1d4f91"]{fill:CanvasText}
.wm-picture [fill="#6f9fd8"]{fill:Highlight}
.wm-bar{forced-color-adjust:none;background:Highlight}
.wm-page :focus-visible{outline-color:Highlight}
}
@media print{
@page{margin:15mm}
.wm-page{--wm-text:12pt;--wm-fine:9.5pt;background:none;line-height:1.4}
.wm-skip,.wm-tools,.wm-contents{display:none}
.wm-header{background:none;color:inherit;border-bottom:.2rem solid var(--wm-band)}
.wm-header .wm-within{padding-block:0 .6rem}
.wm-within,.wm-main{padding-inline:0;max-width:none}
.wm-main>.wm-section,.wm-main>.wm-refused{border:0;padding:0}
.wm-page h1,.wm-page h2,.wm-page h3,.wm-page h4,.wm-page h5,.wm-page h6,.wm-page caption,.wm-pictures-caption{break-after:avoid}
.wm-page tr,.wm-page caption,.wm-table,.wm-pictures,.wm-picture,.wm-finding,.wm-note,.wm-framing,.wm-lines,.wm-question,.wm-facts>div,.wm-glossary>div,.wm-sources li,.wm-cards>.wm-section{break-inside:avoid}
.wm-cards{grid-template-columns:repeat(auto-fit,minmax(10rem,1fr))}
.wm-cards:has(>:nth-child(4):last-child),.wm-pictures{grid-template-columns:1fr 1fr}
.wm-page .wm-cards .wm-section .wm-section>:first-child{font-size:var(--wm-text)}
.wm-page a{color:inherit;text-decoration:none}
.wm-sources a[href^="http"]::after{content:" (" attr(href) ")"}
.wm-picture svg,.wm-side,.wm-note,.wm-track,.wm-bar,.wm-grid thead th,.wm-table thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.wm-section::details-content{content-visibility:visible;block-size:auto}
.wm-words{min-height:4rem}
.wm-table,.wm-grid,.wm-page :is(.wm-summary,.wm-kind,.wm-detail,.wm-side-label,.wm-help,.wm-ends,.wm-state,figcaption),.wm-sources,.wm-footer .wm-within{font-size:var(--wm-fine)}
.wm-page .wm-figure{font-size:max(13pt,calc(var(--wm-text)*1.05))}
.wm-page .wm-lead{font-size:var(--wm-text)}
}
`

// The size of large print stands in data-points. What is smaller elsewhere has it too, and names stand above what belongs to them, since
// beside them there would be no room. On a screen 12 points are the text size of the reader.
const styleLarge = `
.wm-page[data-points^="1"]{--wm-tens:10}
.wm-page[data-points^="2"]{--wm-tens:20}
.wm-page[data-points^="3"]{--wm-tens:30}
.wm-page[data-points$="0"]{--wm-ones:0}
.wm-page[data-points$="1"]{--wm-ones:1}
.wm-page[data-points$="2"]{--wm-ones:2}
.wm-page[data-points$="3"]{--wm-ones:3}
.wm-page[data-points$="4"]{--wm-ones:4}
.wm-page[data-points$="5"]{--wm-ones:5}
.wm-page[data-points$="6"]{--wm-ones:6}
.wm-page[data-points$="7"]{--wm-ones:7}
.wm-page[data-points$="8"]{--wm-ones:8}
.wm-page[data-points$="9"]{--wm-ones:9}
.wm-page[data-points]{--wm-text:calc((var(--wm-tens) + var(--wm-ones))*1rem/12);--wm-small:var(--wm-text);--wm-fine:var(--wm-text)}
.wm-page[data-points] .wm-cites{font-size:1em}
.wm-page[data-points] .wm-cards .wm-section .wm-section>:first-child{font-size:var(--wm-text)}
.wm-page[data-points] .wm-facts>div{grid-template-columns:1fr}
.wm-page[data-points] :is(.wm-facts dt,.wm-facts dd){grid-area:auto}
@media print{.wm-page[data-points]{--wm-text:calc((var(--wm-tens) + var(--wm-ones))*1pt)}}
`
