package io.redress.attention;

import io.redress.testing.RecountPart;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class AttentionRecount implements RecountPart {

    @Override
    public String records() {
        return """
                select a.platform_id, i.area_code, 'ATTENTION_LEVEL_' || a.level, 1, 0
                from attention_entry a join investor i on i.id = a.investor_id where a.status = 'ACTIVE'
                """;
    }

    @Override
    public List<String> tables() {
        return List.of("attention_entry");
    }
}
