package kz.ruralincome.domain.report;

/**
 * A file of an approved report, byte for byte.
 *
 * @param sha256 of its content, in hexadecimal digits
 */
public record ReportFile(String name, String mediaType, byte[] content, String sha256) {

    /** What a file is called and hashed, without its content. */
    public record Entry(String name, long size, String sha256) {}
}
