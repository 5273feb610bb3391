namespace Ingestion.Clean.Parsing;

/// <summary>The element names that some stage of Clean asks about.</summary>
internal enum Tag : byte
{
    /// <summary>A text node.</summary>
    Text,

    /// <summary>An HTML element that nobody asks about, or one that is not HTML; inline.</summary>
    Unknown,

    /// <summary>A custom element, its name has a hyphen; treated as a block.</summary>
    Custom,

#pragma warning disable CS1591 // the names are HTML's own
    A, Abbr, Address, Applet, Article, Aside, Audio, B, Base, Blockquote, Body, Br, Button, Caption, Center, Cite, Code, Dd, Del, Details,
    Dialog, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, Form, Frame, Frameset, H1, H2, H3, H4, H5, H6, Head,
    Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Ins, Kbd, Label, Legend, Li, Link, Main, Map, Mark, Math, Menu, Meta, Nav, Noframes,
    Noscript, Object, Ol, Optgroup, Option, P, Picture, Pre, Q, Rp, Rt, Ruby, S, Samp, Script, Section, Select, Small, Source, Span,
    Strike, Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Tt, U, Ul,
    Var, Video, Wbr,
#pragma warning restore CS1591
}
