package org.jibao.reading.xls;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** The custom document properties of an {@code .xls}. */
public final class XlsProperties {

    private XlsProperties() {}

    /** None where they are damaged: a file without them is an ordinary file, and says on its cover or in its name whose it is. */
    public static Map<String, String> of(DirectoryNode root) {
        Map<String, String> properties = new HashMap<>();
        try {
            DocumentSummaryInformation summary = (DocumentSummaryInformation)
                    PropertySetFactory.create(root, DocumentSummaryInformation.DEFAULT_STREAM_NAME);
            CustomProperties custom = summary == null ? null : summary.getCustomProperties();
            if (custom != null) {
                custom.nameSet().forEach(name -> properties.put(name, String.valueOf(custom.get(name))));
            }
        } catch (Exception absentOrBroken) {
            properties.clear();
        }
        return properties;
    }
}
