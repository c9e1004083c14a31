/**
 * Platforms (涉事平台): the collapsed investment platforms that the county deals with, and their local branches (分支机构),
 * which have duties. A platform is entered once, moves through its stages, and is never deleted.
 */
@Uses({"account", "area", "identity"})
package io.redress.platform;

import io.redress.common.feature.Uses;
