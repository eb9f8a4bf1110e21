import { InputNumber, type InputNumberProps } from 'antd';

type Props = Omit<InputNumberProps<number>, 'controls' | 'precision'>;

/**
 * A field for a whole number. It has no buttons to count up and down: the library names them in English only, and the
 * arrow keys do the same.
 */
export function WholeNumber(props: Props) {
  return <InputNumber<number> {...props} precision={0} controls={false} />;
}
