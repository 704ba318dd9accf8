package org.ashlar.platform.documents.internal.print;

/** What all papers share: page, font, tables. */
final class Stationery {

    /** Where a template wants the CSS below. */
    static final String PLACE = "/*stationery*/";

    /** The seal over the line before it, where there is one. */
    static final String STAMP = "{{#seal}}<div class=\"stamp\"><img src=\"{{image}}\" style=\"width:{{width}}mm\"/></div>{{/seal}}";

    static final String CSS = "@page{size:A4;margin:18mm 16mm 20mm 16mm;"
            + "@bottom-right{content:counter(page) \" / \" counter(pages);font-family:'Ashlar Sans';font-size:8pt;color:#667}}"
            + "body{font-family:'Ashlar Sans';font-size:9.5pt;line-height:1.5;color:#1c2330}"
            + "h1{font-size:17pt;margin:2mm 0 0 0;font-weight:normal}h2{font-size:11pt;margin:7mm 0 2mm 0;font-weight:normal}"
            + ".our{font-size:9pt;color:#556}.no{font-size:11pt;color:#334;margin-bottom:5mm}"
            + "table{width:100%;border-collapse:collapse}"
            + ".facts th{text-align:left;font-weight:normal;color:#667;width:17%;padding:0.8mm 2mm 0.8mm 0;vertical-align:top}"
            + ".facts td{width:33%;padding:0.8mm 4mm 0.8mm 0;vertical-align:top}"
            + ".lines{-fs-table-paginate:paginate}.lines th{text-align:left;font-weight:normal;color:#445;background:#f1f3f7;"
            + "padding:1.4mm 2mm;border-bottom:0.3mm solid #c5ccd8}.lines td{padding:1.2mm 2mm;border-bottom:0.2mm solid #e3e7ee;"
            + "vertical-align:top}.lines tr{page-break-inside:avoid}.n{text-align:right !important;white-space:nowrap}"
            + ".totals{width:45%;margin:4mm 0 0 55%}.totals td{padding:0.8mm 2mm}.totals .sum td{font-size:12pt;"
            + "border-top:0.3mm solid #8893a8}.subtotal td{background:#f7f8fb;border-top:0.3mm solid #c5ccd8}.stamp{position:relative;height:0}"
            + ".stamp img{position:absolute;left:104mm;top:-26mm}.words{margin-top:3mm}.sign{margin-top:14mm}.sign td{width:50%;color:#667}";

    private Stationery() {
    }
}
