// See html_style.h.
#include "report/html_style.h"

namespace surety {
namespace {

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--soft:#57606b;--rule:#d5dae0;--pale:#f4f6f8;--link:#17406d;
--yes:#00498c;--partly:#8f5400;--no:#5c0f12;--unknown:#57606b}
@media screen and (prefers-color-scheme:dark){:root{--ground:#15181c;--ink:#e9ecef;--soft:#a7afb9;--rule:#353c45;
--pale:#1c2127;--link:#9cc4f0;--yes:#5aa9ff;--partly:#ffcf4d;--no:#ec7b5b;--unknown:#a7afb9}}
*{box-sizing:border-box}
html{font:16px/1.5 "Liberation Sans",Arial,Helvetica,sans-serif;background:var(--ground);color:var(--ink);
-webkit-text-size-adjust:100%}
body{max-width:48rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;overflow-wrap:break-word}
a{color:var(--link);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em;
text-decoration-color:var(--rule)}
a:hover,a:focus-visible{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1{font-size:1.75rem;line-height:1.2;margin:0;letter-spacing:-.01em}
h2{font-size:1.15rem;line-height:1.3;margin:2.5rem 0 .6rem;padding-top:.6rem;border-top:2px solid var(--ink)}
h3{font-size:1rem;margin:1.6rem 0 .4rem}
p{margin:.6rem 0}
.aside{color:var(--soft);font-size:.9rem;font-weight:normal;letter-spacing:0}
h2 .aside{float:right;margin-left:1rem;padding-top:.2rem}
.verdict{font-size:1.2rem;line-height:1.45;font-weight:bold;margin:1.2rem 0}
nav{font-size:.9rem;margin:1.2rem 0 1.6rem}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
nav a,td a,th a,.because a{display:inline-block;min-height:1.5rem}
table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.35rem .9rem .35rem 0;border-bottom:1px solid var(--rule);
font-weight:normal}
thead th{color:var(--soft);font-size:.85rem;border-bottom:1px solid var(--ink)}
th:last-child,td:last-child{padding-right:0}
.right{text-align:right;white-space:nowrap}
.row{font-weight:bold}
.state{white-space:nowrap}
.yes{color:var(--yes)}.partly{color:var(--partly)}.no{color:var(--no)}.unknown{color:var(--unknown)}
figure{margin:1.6rem 0}
.picture{overflow-x:auto;margin:0 -1rem}
.picture svg{max-width:100%;height:auto;display:block}
details{font-size:.92rem;margin:.3rem 0}
summary{color:var(--soft);cursor:pointer;min-height:1.5rem}
.ids{white-space:nowrap}
.notes{color:var(--soft);font-size:.9rem}
.outline,.outline ul{list-style:none;margin:0;padding:0}
.outline>li{margin:.9rem 0;font-weight:bold}
.outline ul{padding-left:1.5rem;font-weight:normal}
.outline ul li{margin:.25rem 0}
.label{color:var(--soft);margin-right:.5rem;font-weight:normal}
pre{background:var(--pale);padding:.7rem .9rem;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85rem;margin:.8rem 0}
.because{font-size:.9rem;padding-left:2rem}
.because li{margin:.3rem 0}
.reason{border-bottom:1px solid var(--rule);padding:.7rem 0;font-size:.92rem}
.reason p{margin:0 0 .2rem}
.reason ul{margin:0;padding-left:1.1rem;color:var(--soft)}
:target{background:var(--pale);outline:.4rem solid var(--pale)}
footer{margin-top:2.5rem;padding-top:.6rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.85rem}
@media (max-width:40rem){body{padding:1.25rem 1rem 3rem}.picture svg{min-width:36rem}h2 .aside{float:none;display:block;margin:0}}
@media print{@page{size:A4;margin:18mm 17mm}
html{font-size:10pt}body{max-width:none;padding:0}nav,summary{display:none}
details::details-content{content-visibility:visible;display:block;height:auto}
h2,h3{break-after:avoid}figure,tr,.reason,.outline>li{break-inside:avoid}thead{display:table-header-group}
.picture{overflow:visible;margin:0}a{color:inherit;text-decoration:none}pre{border:1px solid var(--rule);background:none}
.verdict{font-size:12pt}}
)";

}  // namespace

std::string_view html_style() { return kStyle; }

}  // namespace surety
