package io.redress.testing;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads all pages of a list, however many records other tests have added. */
public final class Pages {

    private static final int LONGEST_PAGE = 200;

    private Pages() {}

    public static List<Map<String, Object>> all(Supplier<RequestSpecification> by, String path) {
        var items = new ArrayList<Map<String, Object>>();
        String cursor = null;
        do {
            var request = by.get().queryParam("limit", LONGEST_PAGE);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        return items;
    }
}
