/// The style of the page: system fonts, light and dark by the reader's choice, one column on a
/// phone, and ink only where it says something on paper.
enum StyleSheet {
  /// The rules, for a `style` element.
  static var text: String {
    let light = Palette.properties(Palette.light, other: "#c3c1ba", none: "#e6e4de")
    let dark = Palette.properties(Palette.dark, other: "#6a6f76", none: "#3d4248")
    let darkColors = "\(darkBase);\(dark)"
    return """
      :root{color-scheme:light dark;\(lightBase);\(light)}
      @media (prefers-color-scheme:dark){:root{\(darkColors)}}
      @media print{:root{\(lightBase);\(light)}}
      \(Palette.rules)
      \(rules)
      """
  }

  private static let lightBase =
    "--bg:#fdfcf9;--panel:#f5f3ed;--ink:#1b1b19;--soft:#5d5b55;--rule:#dedbd2;--link:#0b5394;"
    + "--accent:#8e2357;--plain:#56616c"
  private static let darkBase =
    "--bg:#15181b;--panel:#1e2226;--ink:#e9e7e2;--soft:#a6a49d;--rule:#363b41;--link:#8cc2f5;"
    + "--accent:#ef8fb5;--plain:#9aa7b4"

  private static let rules = #"""
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
    .page{max-width:1144px;margin:0 auto;padding:40px 32px 64px}
    h1,h2,h3{font-family:Charter,"Iowan Old Style","Palatino Linotype",Georgia,"Source Serif 4",serif;font-weight:600;line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
    h1{font-size:clamp(28px,4.4vw,42px);margin:6px 0 14px;letter-spacing:-.01em}
    h2{font-size:26px;margin:56px 0 6px;padding-top:14px;border-top:2px solid var(--ink)}
    h3{font-size:19px;margin:0 0 6px}
    p{margin:0 0 12px;max-width:70ch;text-wrap:pretty;overflow-wrap:anywhere}
    a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:3px;text-decoration-color:color-mix(in srgb,currentColor 32%,transparent)}a:hover{text-decoration-color:currentColor}
    a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
    .shared{position:absolute}.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--bg);padding:8px}
    .kicker{font-size:13px;letter-spacing:.06em;text-transform:uppercase;color:var(--accent);font-weight:600;margin:0}
    .lead{font-size:clamp(18px,2.2vw,21px);line-height:1.45;max-width:62ch}
    .soft,figcaption,.meta,caption{color:var(--soft);font-size:14px}
    .account{display:flex;flex-wrap:wrap;gap:0 36px;margin:22px 0 8px;padding:0}
    .account div{display:flex;flex-direction:column-reverse}
    .account+p{margin-top:12px}.soft{margin-bottom:4px}.account dt{font-size:13px;color:var(--soft)}.account dd{margin:0;font-size:26px;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.25}
    .notes{border-left:4px solid var(--accent);background:var(--panel);padding:12px 18px;margin:20px 0;list-style:none}
    .notes li+li{margin-top:6px}
    nav ul{list-style:none;margin:22px 0 0;padding:9px 0;display:flex;flex-wrap:wrap;gap:4px 22px;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);font-size:15px}
    figure{margin:22px 0 8px}
    figure h3{font-size:18px;margin-bottom:2px}
    svg{display:block;width:100%;height:auto}
    svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--soft)}
    svg .end{text-anchor:end}svg .mid{text-anchor:middle}svg .name{fill:var(--ink);font-size:12.5px}svg .panel{fill:var(--soft);font-size:11.5px}
    .burst{fill:var(--accent);fill-opacity:.13}.jump{stroke:var(--accent);stroke-dasharray:3 3;fill:none}.fit{stroke:var(--ink);stroke-width:1.2;fill:none;stroke-opacity:.8}.fan{fill-opacity:.22}
    .part{margin-top:34px}.change{min-width:0}.change h4{margin:0;font-size:16px;color:var(--ink);overflow-wrap:anywhere}.change figure{margin:8px 0}.change p{font-size:15px;margin:6px 0}.change .data thead th{min-width:60px}
    .moves td{vertical-align:middle}.moves .spark{width:132px;height:26px}.moves{margin-top:14px}
    .grid,.axis{fill:none;stroke:var(--rule)}.axis{stroke:var(--soft)}
    .layer{stroke:var(--bg);stroke-width:.6}
    .hatch{stroke:var(--bg);stroke-width:3.4;stroke-opacity:.72;fill:none}
    .hint rect{fill:transparent}.hint rect:hover{fill:var(--ink);fill-opacity:.09}
    .line{fill:none;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}.dotted{stroke-dasharray:.1 4}
    .kp{fill:var(--plain)}.skp{stroke:var(--plain)}
    .narrow{display:none}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;margin:10px 0 4px;padding:0;font-size:14px}
    .legend li{min-width:0;overflow-wrap:anywhere;display:flex;gap:7px;align-items:baseline}
    .legend .names{display:none}
    .swatch{width:12px;height:12px;flex:none;position:relative;top:1px}
    details{margin:8px 0}
    summary{cursor:pointer;color:var(--link);font-size:14px;width:fit-content}
    .scroll{overflow-x:auto;max-width:100%;max-height:30rem;margin-top:6px}
    table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}
    caption{text-align:left;padding:4px 0}
    th{font-weight:600;text-align:left}
    .weekly td{overflow-wrap:anywhere}
    td,th{padding:4px 10px 4px 0;border-bottom:1px solid var(--rule);vertical-align:baseline}
    .data td,.data th{text-align:right;white-space:nowrap;padding:2px 8px}.data th:first-child{text-align:left;padding-left:0}
    .data thead th{position:sticky;top:0;background:var(--bg);vertical-align:bottom;white-space:normal;min-width:92px;max-width:130px;overflow-wrap:break-word;font-size:12.5px}
    .n{text-align:right;white-space:nowrap}.weekly{width:100%}.weekly td:first-child{width:46%}.weekly .n{padding-left:14px}.weekly .bar{margin:2px 0}.bar.before{background:var(--ko)}.key{font-weight:400;font-size:12.5px;color:var(--soft)}.key::before{content:"";display:inline-block;width:10px;height:10px;border-radius:1px;margin:0 5px 0 8px;background:var(--plain)}.key.before{background:none}.key.before::before{background:var(--ko)}
    .index{width:100%}
    .index td:nth-child(2){width:46%;overflow-wrap:anywhere}
    .index td{vertical-align:middle}.index .spark{width:132px;height:26px}.index tbody tr:hover{background:var(--panel)}
    .bar{display:block;height:8px;min-width:1px;background:var(--plain);border-radius:1px}
    .mark{display:inline-block;font-size:12px;line-height:1.3;padding:1px 7px;border:1px solid currentColor;border-radius:9px;color:var(--soft);font-weight:500;overflow-wrap:anywhere;font-family:system-ui,sans-serif;vertical-align:2px}
    .weak{color:var(--accent)}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,312px),1fr));gap:36px 32px;margin-top:22px}
    .card{min-width:0;border-top:3px solid var(--plain);padding-top:12px;scroll-margin-top:12px}
    .card h3 .id{color:var(--soft);font-weight:400}
    .card .data thead th{min-width:60px}
    .card figure{margin:12px 0 4px}
    .terms{margin:8px 0;font-size:15px;overflow-wrap:anywhere}
    .papers{margin:8px 0;padding:0;list-style:none;font-size:15px;line-height:1.4}
    .papers li{padding:4px 0;overflow-wrap:anywhere}
    .papers a,.papers bdi{unicode-bidi:plaintext}.papers small{color:var(--soft);font-size:13px;white-space:nowrap}
    .card h4,.week h4{margin:12px 0 0;font-size:13px;color:var(--soft);font-weight:600}
    .days{columns:2 340px;column-gap:40px}.days li{break-inside:avoid}
    .week section{margin-top:26px;border-top:1px solid var(--rule);padding-top:12px}
    footer{margin-top:56px;padding-top:14px;border-top:2px solid var(--ink);font-size:14px;color:var(--soft)}
    footer dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:12px 0}footer dd{margin:0;overflow-wrap:anywhere;min-width:0}
    pre{margin:8px 0 14px;padding:12px 14px;background:var(--panel);white-space:pre-wrap;overflow-wrap:anywhere;font:13.5px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--ink)}
    @media (max-width:720px){
    .page{padding:24px 16px 48px}
    .wide{display:none}.narrow{display:block}
    .legend .names{display:flex}
    .legend{flex-direction:column}
    .account{gap:4px 22px}.account dd{font-size:20px}
    h2{margin-top:44px;font-size:23px}
    .weekly .n{padding:4px 6px 4px 2px}.weekly th.n{white-space:normal;width:54px}.weekly td:first-child{width:auto}
    .index thead{display:none}.index tr{display:grid;grid-template-columns:auto 1fr auto auto;gap:0 10px;padding:8px 0;border-bottom:1px solid var(--rule)}
    .index td{border:0;padding:0}.index td:nth-child(2){grid-column:2/-1;width:auto}.index td:nth-child(3){grid-column:2}.index td:nth-child(3) svg{width:110px}
    td.long,th.long{display:none}
    }
    @media print{
    body{font-size:10.5pt}.page{max-width:none;padding:0}nav,summary,.skip{display:none}
    .card,figure,tr{break-inside:avoid}h2,h3{break-after:avoid}a{color:inherit;text-decoration:none}
    svg,.swatch,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }
    """#
}
