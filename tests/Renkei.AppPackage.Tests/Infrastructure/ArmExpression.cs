using System.Text.RegularExpressions;

namespace Renkei.AppPackage.Tests.Infrastructure;

/// <summary>
/// Reads the expressions of ARM templates: calls, strings, whole numbers, members and indexes. It computes nothing; it
/// says which functions are called with which literal arguments.
/// </summary>
internal sealed partial class ArmExpression
{
    private readonly string[] tokens;
    private readonly List<ArmCall> calls = [];
    private int next;

    private ArmExpression(string text) => tokens = [.. Token.Matches(text).Select(token => token.Value)];

    /// <summary>Whether Resource Manager evaluates a string, rather than taking it as it is.</summary>
    public static bool Is(string text) =>
        text.StartsWith('[') && text.EndsWith(']') && !text.StartsWith("[[", StringComparison.Ordinal);

    /// <summary>The calls of an expression, inner ones included.</summary>
    /// <exception cref="FormatException">The expression is not well-formed.</exception>
    public static IReadOnlyList<ArmCall> Parse(string text)
    {
        string inner = text[1..^1];
        ArmExpression expression = new(inner);
        if (string.Concat(expression.tokens) != Spaces.Replace(inner, match => match.Groups["string"].Value))
        {
            throw new FormatException($"Unreadable characters in {text}");
        }
        expression.ReadValue();
        return expression.next == expression.tokens.Length
            ? expression.calls
            : throw new FormatException($"Unexpected {expression.tokens[expression.next]} in {text}");
    }

    private string? ReadValue()
    {
        string token = Take();
        string? literal = null;
        if (token[0] == '\'')
        {
            literal = token[1..^1];
        }
        else if (char.IsAsciiLetter(token[0]))
        {
            ReadCall(token);
        }
        else if (!char.IsAsciiDigit(token[0]))
        {
            throw new FormatException($"Unexpected {token}");
        }
        while (Peek() is "." or "[")
        {
            if (Take() == "[")
            {
                ReadValue();
                Expect("]");
            }
            else
            {
                Take();
            }
        }
        return literal;
    }

    private void ReadCall(string function)
    {
        List<string?> arguments = [];
        Expect("(");
        while (Peek() != ")")
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }
            arguments.Add(ReadValue());
        }
        Expect(")");
        calls.Add(new(function, arguments));
    }

    private string? Peek() => next < tokens.Length ? tokens[next] : null;

    private string Take() =>
        next < tokens.Length ? tokens[next++] : throw new FormatException("The expression ends too early");

    private void Expect(string token)
    {
        string found = Take();
        if (found != token)
        {
            throw new FormatException($"Expected {token}, found {found}");
        }
    }

    [GeneratedRegex(@"'(?:[^']|'')*'|[A-Za-z][A-Za-z0-9]*|[0-9]+|[().,\[\]]")]
    private static partial Regex Token { get; }

    /// <summary>Space outside strings.</summary>
    [GeneratedRegex(@"(?<string>'(?:[^']|'')*')|\s+")]
    private static partial Regex Spaces { get; }
}

/// <summary>A call in an expression.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Arguments">A string literal's text for each argument; <c>null</c> for anything else.</param>
internal sealed record ArmCall(string Function, IReadOnlyList<string?> Arguments);
