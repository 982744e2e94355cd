package kz.ruralincome.domain.intake;

import kz.ruralincome.domain.shared.RuleViolation;

/** A file larger than {@link ListDesk#LARGEST_FILE}: HTTP 413. */
public class FileTooBig extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public FileTooBig() {
        super("file.too-big", ListDesk.LARGEST_FILE >> 20);
    }
}
