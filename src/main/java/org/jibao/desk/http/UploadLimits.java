package org.jibao.desk.http;

/**
 * What one form may send.
 *
 * @param bytes of all its files together, 1 or more
 * @param files 1 or more
 */
public record UploadLimits(long bytes, int files) {

    public UploadLimits {
        if (bytes < 1 || files < 1) {
            throw new IllegalArgumentException("bytes " + bytes + ", files " + files);
        }
    }
}
