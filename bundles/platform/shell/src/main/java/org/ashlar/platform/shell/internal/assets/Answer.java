package org.ashlar.platform.shell.internal.assets;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Sends files: compressed where the browser takes it, not at all where it has them. */
final class Answer {
    private Answer() {
    }

    static void send(HttpServletRequest request, HttpServletResponse response, Asset asset) throws IOException {
        response.setHeader("ETag", asset.tag());
        response.setHeader("Vary", "Accept-Encoding");
        if (asset.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        String accepted = request.getHeader("Accept-Encoding");
        byte[] body = asset.plain();
        if (asset.packed() != null && accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            body = asset.packed();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static void missing(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("404");
    }
}
