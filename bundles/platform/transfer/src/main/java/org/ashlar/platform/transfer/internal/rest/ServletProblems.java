package org.ashlar.platform.transfer.internal.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.rest.ProblemAnswer;
import org.ashlar.platform.rest.ProblemWriter;

/** Answers failures of the servlets here as problem documents. */
final class ServletProblems {

    private ServletProblems() {
    }

    static void refuse(Exception failure, HttpServletRequest request, HttpServletResponse response, Access access,
            Messages messages) throws IOException {
        ProblemAnswer answer = ProblemWriter.answer(failure, ProblemWriter.locale(request.getHeader("Accept-Language"),
                access.bound() ? access.caller().locale() : null), messages, request.getRequestURI());
        if (response.isCommitted()) {
            throw new IOException("The answer had begun", failure);
        }
        response.reset();
        response.setStatus(answer.status());
        if (answer.retryAfter() > 0) {
            response.setHeader("Retry-After", String.valueOf(answer.retryAfter()));
        }
        response.setContentType(ProblemWriter.MEDIA_TYPE + ";charset=UTF-8");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
