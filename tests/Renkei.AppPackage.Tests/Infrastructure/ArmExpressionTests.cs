namespace Renkei.AppPackage.Tests.Infrastructure;

public sealed class ArmExpressionTests
{
    [Fact]
    public void Parse_NestedCalls_ListsThemWithTheirLiterals()
    {
        IReadOnlyList<ArmCall> calls = ArmExpression.Parse("[concat('a, (b)', variables('c')[copyIndex('d')].e)]");
        Assert.Equal(["variables", "copyIndex", "concat"], calls.Select(call => call.Function));
        Assert.Equal(["a, (b)", null], calls[2].Arguments);
    }

    [Theory]
    [InlineData("[concat('a', 'b']")]
    [InlineData("[concat('a' 'b')]")]
    [InlineData("[concat('a', )]")]
    [InlineData("[variables('a'))]")]
    [InlineData("[variables('a]")]
    [InlineData("[parameters(\"a\")]")]
    [InlineData("[name]")]
    [InlineData("[]")]
    public void Parse_Malformed_Throws(string text) => Assert.Throws<FormatException>(() => ArmExpression.Parse(text));
}
