package org.ashlar.platform.documents.internal.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.Level;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Makes PDF from HTML with CSS 2.1 and paged media. One font with Latin and Chinese is embedded, of which only the used glyphs
 * go into the file. Nothing is fetched: only {@code data:} addresses of images are followed, scripts do not run. Thread-safe.
 */
@Component(service = PdfPress.class)
public final class PdfPress {

    private static final int LARGEST_SOURCE = 20 << 20;
    /** Held here, because the JDK forgets loggers that nobody holds, and their levels with them. */
    private static final java.util.logging.Logger LAYOUT = java.util.logging.Logger.getLogger("com.openhtmltopdf");
    private static final String FONT = "/fonts/WenQuanZhengHei.ttf";

    private final Path font;

    /** Used by DS. */
    @Activate
    public PdfPress(BundleContext bundles) {
        String data = bundles.getProperty("karaf.data");
        font = Path.of(data == null ? System.getProperty("java.io.tmpdir") : data, "tmp", "ashlar-sans.ttf");
        LAYOUT.setLevel(Level.SEVERE);
    }

    /**
     * Renders a document.
     *
     * @throws Problem RULE {@code platform.print.wrong} if it cannot be laid out, {@code platform.print.tooLarge}
     */
    public byte[] pdf(String html) {
        if (html.length() > LARGEST_SOURCE) {
            throw refuse("platform.print.tooLarge");
        }
        return pdf(Jsoup.parse(html));
    }

    /** As {@link #pdf(String)}, of a document that is parsed already. */
    byte[] pdf(Document page) {
        page.select("script,link,iframe,object,embed,base").remove();
        page.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.useFont(font().toFile(), "Ashlar Sans", 400, FontStyle.NORMAL, true);
            builder.useUriResolver((base, uri) -> uri != null && uri.startsWith("data:") ? uri : null);
            builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"),
                    com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withW3cDocument(new W3CDom().fromJsoup(page), null);
            builder.withProducer("Ashlar");
            builder.toStream(out);
            builder.run();
        } catch (IOException | RuntimeException e) {
            org.slf4j.LoggerFactory.getLogger(PdfPress.class).info("A document could not be laid out", e);
            throw refuse("platform.print.wrong");
        }
        return out.toByteArray();
    }

    private synchronized Path font() throws IOException {
        if (!Files.isRegularFile(font)) {
            Files.createDirectories(font.getParent());
            Path part = font.resolveSibling("ashlar-sans.part");
            try (InputStream in = PdfRendererBuilder.class.getResourceAsStream(FONT)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Files.move(part, font, StandardCopyOption.REPLACE_EXISTING);
        }
        return font;
    }

    private static Problem refuse(String code) {
        FieldError error = FieldError.of("body", code);
        return new Problem(ProblemKind.RULE, code, List.of(), List.of(error));
    }
}
