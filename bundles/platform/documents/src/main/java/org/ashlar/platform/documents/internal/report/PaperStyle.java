package org.ashlar.platform.documents.internal.report;

/** Page and table of printed reports. */
final class PaperStyle {

    private PaperStyle() {
    }

    static String css(boolean wide) {
        return "@page{size:A4" + (wide ? " landscape" : "") + ";margin:14mm 12mm 16mm 12mm;@bottom-right{content:counter(page) \" / \""
                + " counter(pages);font-family:'Ashlar Sans';font-size:8pt;color:#667}}"
                + "body{font-family:'Ashlar Sans';font-size:8.5pt;line-height:1.4;color:#1c2330}"
                + "h1{font-size:15pt;font-weight:normal;margin:0 0 1mm 0}.our{color:#556}"
                + "table{width:100%;border-collapse:collapse;margin-top:4mm;-fs-table-paginate:paginate}"
                + "th{text-align:left;font-weight:normal;color:#445;background:#f1f3f7;padding:1.2mm 1.6mm;"
                + "border-bottom:0.3mm solid #c5ccd8}td{padding:0.9mm 1.6mm;border-bottom:0.2mm solid #e3e7ee}"
                + "tr{page-break-inside:avoid}.n{text-align:right;white-space:nowrap}.sum td{border-top:0.4mm solid #445}";
    }
}
