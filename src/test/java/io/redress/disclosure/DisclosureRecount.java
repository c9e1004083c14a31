package io.redress.disclosure;

import io.redress.testing.RecountPart;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class DisclosureRecount implements RecountPart {

    @Override
    public String records() {
        return "select platform_id, area_code, 'DISCLOSURES', 1, 0 from disclosure where withdrawn_at is null";
    }

    @Override
    public List<String> tables() {
        return List.of("disclosure");
    }
}
