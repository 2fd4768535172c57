package org.cloudtransfer.dist;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of the texts in one source file before it runs.
 *
 * @param named texts by the name of the constant or variable that holds them
 */
record Literals(Map<String, ExpressionTree> named) {
  private static final String UNKNOWN = "…";

  static Literals of(CompilationUnitTree unit) {
    Map<String, ExpressionTree> named = new HashMap<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree variable, Void nothing) {
        if (variable.getInitializer() != null && holdsText(variable.getType())) {
          named.merge(variable.getName().toString(), variable.getInitializer(), (a, b) -> null);
        }
        return super.visitVariable(variable, nothing);
      }
    }.scan(unit, null);
    return new Literals(named);
  }

  private static boolean holdsText(Tree type) {
    return type != null && type.toString().equals("String");
  }

  /** The text with an ellipsis for what is not known, and both texts of a choice. */
  String text(ExpressionTree expression) {
    return join(expression, 0)
        .replaceAll("%(\\d\\$)?[sd]", UNKNOWN)
        .replace("%n", " ")
        .replaceAll("\\s+", " ")
        .replaceAll("(…\\s?){2,}", "… ")
        .strip();
  }

  private String join(ExpressionTree expression, int depth) {
    if (depth > 40) {
      return UNKNOWN;
    }
    if (expression instanceof LiteralTree literal) {
      return literal.getValue() == null ? UNKNOWN : literal.getValue().toString();
    }
    if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return join(sum.getLeftOperand(), depth + 1) + join(sum.getRightOperand(), depth + 1);
    }
    if (expression instanceof ParenthesizedTree inner) {
      return join(inner.getExpression(), depth + 1);
    }
    if (expression instanceof ConditionalExpressionTree choice) {
      return either(
          join(choice.getTrueExpression(), depth + 1),
          join(choice.getFalseExpression(), depth + 1));
    }
    if (expression instanceof IdentifierTree name && named.get(name.getName().toString()) != null) {
      return join(named.get(name.getName().toString()), depth + 10);
    }
    return expression instanceof MethodInvocationTree call ? called(call, depth) : UNKNOWN;
  }

  private static String either(String one, String other) {
    return one.isBlank() || other.isBlank()
        ? "[" + one + other + "]"
        : "[" + one + " / " + other + "]";
  }

  private String called(MethodInvocationTree call, int depth) {
    if (call.getMethodSelect() instanceof com.sun.source.tree.MemberSelectTree of
        && of.getIdentifier().contentEquals("formatted")) {
      return join(of.getExpression(), depth + 1);
    }
    return UNKNOWN;
  }
}
