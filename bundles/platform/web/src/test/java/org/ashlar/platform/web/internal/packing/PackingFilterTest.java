package org.ashlar.platform.web.internal.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.servlet.FilterChain;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

class PackingFilterTest {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private String type;
    private int status = 200;

    @Test
    void longTextIsPackedAndReadsTheSame() throws Exception {
        String text = "{\"rows\":[" + "{\"name\":\"北风贸易\"},".repeat(400) + "]}";
        answer("GET", "/api/v1/sales/orders", "gzip, br", "application/json", text);
        assertThat(headers).containsEntry("Content-Encoding", "gzip").containsEntry("Vary", "Accept-Encoding")
                .doesNotContainKey("Content-Length");
        assertThat(sent.size()).isLessThan(text.length() / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes())
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shortAnswersSecretsChangesAndPackedFilesStayAsTheyAre() throws Exception {
        String text = "x".repeat(5_000);
        for (String[] kept : new String[][] {{"GET", "/api/v1/session", "gzip", "application/json"},
                {"POST", "/api/v1/sales/orders", "gzip", "application/json"}, {"GET", "/api/v1/events", "gzip", "text/event-stream"},
                {"GET", "/api/v1/exports/sales/orders.xlsx", "gzip", "application/vnd.openxmlformats"},
                {"GET", "/api/v1/sales/orders", null, "application/json"}, {"GET", "/api/v1/sales/orders", "gzip;q=0", "text/csv"}}) {
            headers.clear();
            sent.reset();
            answer(kept[0], kept[1], kept[2], kept[3], text);
            assertThat(headers).as(kept[1]).doesNotContainKey("Content-Encoding");
            assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        }
        headers.clear();
        sent.reset();
        answer("GET", "/api/v1/sales/orders", "gzip", "application/json", "{}");
        assertThat(headers).doesNotContainKey("Content-Encoding").containsEntry("Content-Length", "2");
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("{}");
    }

    @Test
    void aRefusalAfterTheFirstBytesReplacesThem() throws Exception {
        new PackingFilter().doFilter(request("GET", "/api/v1/x", "gzip"), response(), (q, a) -> {
            HttpServletResponse response = (HttpServletResponse) a;
            response.setContentType("application/json");
            response.getOutputStream().write("half".getBytes(StandardCharsets.UTF_8));
            response.resetBuffer();
            response.getOutputStream().write("whole".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("whole");
    }

    private void answer(String method, String path, String accepted, String mediaType, String text) throws Exception {
        FilterChain chain = (q, a) -> {
            HttpServletResponse response = (HttpServletResponse) a;
            response.setContentType(mediaType);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            response.flushBuffer();
        };
        new PackingFilter().doFilter(request(method, path, accepted), response(), chain);
    }

    private static HttpServletRequest request(String method, String path, String accepted) {
        return (HttpServletRequest) Proxy.newProxyInstance(PackingFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (p, m, a) -> switch (m.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getContextPath" -> "";
                    case "getHeader" -> accepted;
                    default -> null;
                });
    }

    private HttpServletResponse response() {
        ServletOutputStream out = new ServletOutputStream() {
            @Override
            public void write(int b) {
                sent.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
        return (HttpServletResponse) Proxy.newProxyInstance(PackingFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class}, (p, m, a) -> {
                    switch (m.getName()) {
                        case "getOutputStream": return out;
                        case "getContentType": return type;
                        case "getStatus": return status;
                        case "isCommitted": return false;
                        case "getHeader": return headers.get(a[0]);
                        case "setContentType": type = (String) a[0]; return null;
                        case "setHeader", "addHeader": headers.put((String) a[0], (String) a[1]); return null;
                        case "setContentLength", "setContentLengthLong": headers.put("Content-Length", String.valueOf(a[0])); return null;
                        default: return null;
                    }
                });
    }
}
