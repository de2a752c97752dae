package org.jibao.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;

/**
 * The state of a batch job's steps as Spring Batch writes it, read back with nothing but maps, texts and numbers in it.
 * The store may have been made by a stranger, and Java's serialization would make an object of any class that is named
 * there.
 */
final class PlainContexts implements ExecutionContextSerializer {

    private static final ObjectInputFilter PLAIN = ObjectInputFilter.Config.createFilter(
            "maxdepth=5;maxrefs=10000;maxbytes=1000000;java.util.HashMap;java.util.Map$Entry;java.util.Map;"
                    + "java.lang.String;java.lang.Number;java.lang.Integer;java.lang.Long;java.lang.Boolean;java.lang.Object;!*");

    private final DefaultExecutionContextSerializer writer = new DefaultExecutionContextSerializer();

    @Override
    public void serialize(Map<String, Object> context, OutputStream out) throws IOException {
        writer.serialize(context, out);
    }

    @Override
    public Map<String, Object> deserialize(InputStream in) throws IOException {
        try (ObjectInputStream objects =
                new ObjectInputStream(Base64.getDecoder().wrap(in))) {
            objects.setObjectInputFilter(PLAIN);
            Map<String, Object> context = new LinkedHashMap<>();
            ((Map<?, ?>) objects.readObject()).forEach((key, value) -> context.put(String.valueOf(key), value));
            return context;
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException("the state of a step is none", e);
        }
    }
}
