package org.cloudtransfer.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The page as text. */
public final class HtmlPage {
  private static final String PACKAGE = "org.cloudtransfer.report";

  private HtmlPage() {}

  public static String of(Page page) {
    StringOutput out = new StringOutput();
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlPage.class.getClassLoader(), PACKAGE)
        .render("page.jte", PageView.of(page), out);
    return out.toString();
  }
}
