package org.jibao.desk.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart.Part;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.http.MultiPartFormData.Parts;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of requests. Forms are bounded before they are read; files of a form wait in a folder of this process.
 */
final class CallReader {

    static final String CSRF = "csrf";

    private static final int MOST_FIELDS = 5_000;
    private static final int MOST_FORM_BYTES = 4 * 1024 * 1024;
    private static final int MOST_HEADER_BYTES = 8 * 1024;
    private static final int MOST_FIELD_BYTES = 64 * 1024;

    private final RequestGuard guard;
    private final Path folder;
    private final UploadLimits limits;

    /** @param folder in which files wait until the call is answered */
    CallReader(RequestGuard guard, Path folder, UploadLimits limits) {
        this.guard = guard;
        this.folder = folder;
        this.limits = limits;
    }

    Call read(Request request, Session session) {
        Map<String, String> query = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
            query.put(field.getName(), String.valueOf(field.getValue()));
        }
        return new Call(path(request), query, Map.of(), List.of(), false, session);
    }

    static List<String> path(Request request) {
        String path = request.getHttpURI().getDecodedPath();
        return path == null
                ? List.of()
                : Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
    }

    /**
     * A form that changes something.
     *
     * @throws RefusedCall where it is too large, breaks off or has no token of the session
     */
    Call posted(Request request, Session session) {
        String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        return type.startsWith("multipart/form-data") ? parts(request, session, type) : fields(request, session);
    }

    private Call fields(Request request, Session session) {
        if (request.getLength() > MOST_FORM_BYTES) {
            throw new RefusedCall(Refusal.TOO_LARGE);
        }
        Map<String, List<String>> form = new LinkedHashMap<>();
        try {
            for (Fields.Field field : FormFields.getFields(request, MOST_FIELDS, MOST_FORM_BYTES)) {
                form.put(field.getName(), List.copyOf(field.getValues()));
            }
        } catch (RuntimeException unreadable) {
            throw new RefusedCall(Refusal.BROKEN_OFF);
        }
        return call(request, session, form, List.of());
    }

    private Call parts(Request request, Session session, String type) {
        if (request.getLength() > limits.bytes()) {
            throw new RefusedCall(Refusal.TOO_LARGE);
        }
        MultiPartConfig config = new MultiPartConfig.Builder()
                .location(folder)
                .maxSize(limits.bytes())
                .maxPartSize(limits.bytes())
                .maxParts(limits.files() + MOST_FIELDS)
                .maxMemoryPartSize(MOST_FIELD_BYTES)
                .maxHeadersSize(MOST_HEADER_BYTES)
                .build();
        Parts parts;
        try {
            parts = MultiPartFormData.getParts(request, request, type, config);
        } catch (RuntimeException unreadable) {
            throw new RefusedCall(Refusal.BROKEN_OFF);
        }
        Map<String, List<String>> form = new LinkedHashMap<>();
        List<UploadedFile> files = new ArrayList<>();
        for (Part part : parts) {
            String name = part.getFileName();
            if (name == null) {
                form.computeIfAbsent(String.valueOf(part.getName()), any -> new ArrayList<>())
                        .add(part.getContentAsString(StandardCharsets.UTF_8));
            } else if (!name.isEmpty() || part.getLength() > 0) {
                files.add(new UploadedFile(name, part.getLength(), part::writeTo));
            }
        }
        return call(request, session, form, files);
    }

    private Call call(Request request, Session session, Map<String, List<String>> form, List<UploadedFile> files) {
        @Nullable
        String sent = form.getOrDefault(CSRF, List.of()).stream().findFirst().orElse(null);
        guard.csrf(session, sent);
        Call asked = read(request, session);
        return new Call(asked.path(), asked.query(), form, files, true, session);
    }
}
