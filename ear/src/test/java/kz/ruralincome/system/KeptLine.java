package kz.ruralincome.system;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One connection to the server, kept as long as the server keeps it, that sends and reads as little as HTTP asks for: a benchmark shares its two cores with
 * what it measures, so its own client must cost next to nothing.
 */
final class KeptLine implements AutoCloseable {

    private final RunningServer server;
    private final String headers;
    private Socket socket;
    private InputStream in;

    KeptLine(RunningServer server, String account) {
        this.server = server;
        String login = account + ':' + RunningServer.PASSWORD;
        headers = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)) + "\r\nContent-Length: ";
    }

    private void open() throws IOException {
        socket = new Socket(server.url().getHost(), server.url().getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** @return the status of the answer, which has been read to its end */
    int put(String path, String body) throws IOException {
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("PUT /" + path + headers + sent.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + sent.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(sent, 0, whole, head.length, sent.length);
        if (socket == null) {
            open();
        }
        socket.getOutputStream().write(whole);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = -1;
        boolean isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            isLast |= header.equalsIgnoreCase("Connection: close");
        }
        if (length >= 0) {
            in.skipNBytes(length);
        } else {
            for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
                in.skipNBytes(chunk + 2);
            }
            line();
        }
        if (isLast) {
            close();
        }
        return status;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server has hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
