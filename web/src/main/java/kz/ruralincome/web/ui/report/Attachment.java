package kz.ruralincome.web.ui.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A file as an answer. */
final class Attachment {

    private Attachment() {}

    /** @param name of ASCII, without quotes */
    static void send(HttpServletResponse response, String name, String mediaType, byte[] content) throws IOException {
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
