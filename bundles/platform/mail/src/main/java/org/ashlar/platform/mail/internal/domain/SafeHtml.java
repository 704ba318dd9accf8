package org.ashlar.platform.mail.internal.domain;

import java.util.List;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** HTML without scripts, forms, frames and tracking styles, and the plain text of HTML. Pure. */
public final class SafeHtml {
    private static final PolicyFactory POLICY = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.TABLES)
            .and(Sanitizers.STYLES)
            .and(new HtmlPolicyBuilder().allowStandardUrlProtocols().allowElements("a", "img", "hr", "span", "pre", "font")
                    .allowAttributes("href").onElements("a").requireRelNofollowOnLinks()
                    .allowUrlProtocols("https", "http", "mailto", "tel", "cid")
                    .allowAttributes("src", "alt", "width", "height").onElements("img")
                    .allowAttributes("color", "face", "size").onElements("font")
                    .allowAttributes("width", "border", "cellpadding", "cellspacing", "bgcolor")
                    .onElements("table", "td", "th", "tr").toFactory());

    private SafeHtml() {
    }

    /** What of the HTML may be shown or sent. */
    public static String clean(String html) {
        return POLICY.sanitize(html);
    }

    /** The words of HTML, with a line for each block. */
    public static String text(String html) {
        Words words = new Words();
        HtmlSanitizer.sanitize(html, POLICY.apply(words));
        return words.text.toString().replaceAll("[ \\t\\u00a0]+", " ").replaceAll(" ?\\n ?", "\n").replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static final class Words implements HtmlStreamEventReceiver {
        private static final List<String> BLOCKS = List.of("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6",
                "table", "ul", "ol", "blockquote", "pre", "hr");
        private final StringBuilder text = new StringBuilder();

        @Override
        public void openDocument() {
            // nothing before the first word
        }

        @Override
        public void closeDocument() {
            // nothing after the last word
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            if (element.equals("p") || element.equals("table") || element.equals("blockquote")) {
                text.append("\n\n");
            } else if (BLOCKS.contains(element)) {
                text.append('\n');
            } else if (element.equals("td") || element.equals("th")) {
                text.append(' ');
            }
        }

        @Override
        public void closeTag(String element) {
            if (BLOCKS.contains(element)) {
                text.append('\n');
            }
        }

        @Override
        public void text(String words) {
            text.append(words.replaceAll("\\s+", " "));
        }
    }
}
